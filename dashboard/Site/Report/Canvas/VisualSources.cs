using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Report.Splits;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Visuals;
using EduAnalytics.Dashboard.Visuals.StatusMaps;
using EduAnalytics.Dashboard.Visuals.Strips;

namespace EduAnalytics.Dashboard.Report.Canvas;

/// <summary>
/// Where a visual's numbers are had without the page: the question that brings just them, and their files. The page itself
/// asks for all visuals together.
/// </summary>
internal sealed class VisualSources(ReportModel model, Visitor visitor, TwoPeriods? change)
{
    /// <summary>An address with more units than these is longer than servers take.</summary>
    private const int MostUnits = 400;

    public NumberQuery Comparison => new(CompareQuestion.Document, model.Question.Comparison.Variables);

    public NumberQuery Focus => new(
        CompareQuestion.Document,
        (new CompareQuestion(model.Indicator, [model.Focus.OrgUnit.Id], model.Question.Stage) { Others = [.. Ids(OthersThanFocus)] }).Variables);

    public NumberQuery Stages => new(
        "Report/Stages.graphql",
        new Dictionary<string, object?>(model.Question.StageVariables) { ["unit"] = model.Focus.OrgUnit.Id, ["indicator"] = model.Indicator.Code });

    public NumberQuery Figures => new(
        "Report/Figures.graphql",
        new Dictionary<string, object?>
        {
            ["units"] = new[] { model.Question.Focus },
            ["indicators"] = model.Question.Codes,
            ["stage"] = StageText.CodeOf(model.Question.Stage),
        });

    public NumberQuery Matrix => new(
        "Visuals/StatusMaps/StatusMap.graphql",
        new Dictionary<string, object?>
        {
            ["units"] = model.Question.UnitsOrNull,
            ["parent"] = model.Question.Parent,
            ["indicators"] = model.Question.Codes,
            ["stage"] = StageText.CodeOf(model.Question.Stage),
            ["period"] = model.DetailQuestion!.Period,
        });

    public NumberQuery Grades => new(
        "Report/Grades/Grades.graphql",
        new Dictionary<string, object?>
        {
            ["unit"] = model.Focus.OrgUnit.Id,
            ["indicator"] = model.Indicator.Code,
            ["period"] = model.DetailQuestion!.Period,
        });

    public NumberQuery Tree => new(
        "Visuals/Trees/Tree.graphql",
        new Dictionary<string, object?>(SplitQuestion.VariablesOf(model.SplitQuestion))
        {
            ["withSplit"] = model.SplitQuestion is not null,
            ["root"] = new[] { model.Root.Id },
            ["units"] = model.Question.UnitsOrNull,
            ["parent"] = model.Question.Parent,
            ["open"] = model.DetailQuestion?.Open,
            ["withOpen"] = model.DetailQuestion?.Open is not null,
            ["indicator"] = model.Indicator.Code,
            ["stage"] = StageText.CodeOf(model.Question.Stage),
            ["period"] = model.DetailQuestion?.Period ?? model.Period,
        });

    public NumberQuery Strip => new(
        "Visuals/Strips/Schools.graphql",
        new Dictionary<string, object?>
        {
            ["unit"] = model.DetailQuestion!.StripUnit ?? model.Root.Id,
            ["indicator"] = model.Indicator.Code,
            ["stage"] = StageText.CodeOf(model.DetailQuestion.StripStage ?? SchoolStage.Primary),
            ["period"] = model.DetailQuestion.Period,
            ["byDistrict"] = model.DetailQuestion.ByDistrict,
        });

    public IReadOnlyList<NumberFile> AllPeriods => File(Ids(model.Compared.Units), model.Compared.Periods);

    public IReadOnlyList<NumberFile> OnePeriod => File(Ids(model.Compared.Units), Now);

    public IReadOnlyList<NumberFile> TwoPeriods => File(Ids(model.Compared.Units), change is { } ends ? [ends.From, ends.To] : []);

    public IReadOnlyList<NumberFile> FocusFile => File(Ids([model.Focus, .. OthersThanFocus]), model.Compared.Periods);

    public IReadOnlyList<NumberFile> FiguresFile => File([model.Question.Focus], model.Compared.Periods, string.Join(',', model.Question.Codes));

    public IReadOnlyList<NumberFile> TreeFile =>
        [.. File(Ids([model.Whole, .. model.Compared.Units, .. model.Below?.Units ?? []]), Now), .. SplitFiles(model.SplitQuestion)];

    public IReadOnlyList<NumberFile> StageFiles =>
    [
        .. model.Indicator.Stages.SelectMany(stage => View([model.Focus.OrgUnit.Id], model.Compared.Periods)
            .Select(view => FileOf(view with { Stage = stage }, StageText.Of(stage, visitor.Texts.Figure)))),
    ];

    public IReadOnlyList<NumberFile> MatrixFile(StatusMapData matrix) => File(
        [.. matrix.Units.Select(unit => unit.OrgUnit.Id)], [matrix.Period], string.Join(',', matrix.Indicators.Select(indicator => indicator.Code)));

    /// <summary>All schools in one file, or, where that would make too long an address, one a district with all that lies below it.</summary>
    public IReadOnlyList<NumberFile> StripFile(SchoolsData? schools)
    {
        if (schools is null)
            return [];
        var ids = schools.Spreads.SelectMany(one => one.Spread.Schools).Select(school => school.OrgUnit.Id).ToList();
        return ids.Count > MostUnits
            ? [.. schools.Spreads.SelectMany(one => View([one.Unit.Id], [schools.Period]).Select(view => FileOf(
                view with { Units = [], Parent = one.Unit.Id, Stage = schools.Stage }, visitor.Name(one.Unit.Name, one.Unit.NameEn))))]
            : [.. View(ids, [schools.Period]).Select(view => FileOf(view with { Stage = schools.Stage }))];
    }

    public IReadOnlyList<NumberFile> GradesFile =>
        [new(format => visitor.Urls.BreakdownFile(model.Focus.OrgUnit.Id, model.Indicator.Code, model.DetailQuestion!.Period, format))];

    private IEnumerable<NumberFile> SplitFiles(SplitQuestion? question) => question switch
    {
        null => [],
        { IsByStage: true } => model.Indicator.Stages.SelectMany(stage => View([question.Unit], Now)
            .Select(view => FileOf(view with { Stage = stage }, StageText.Of(stage, visitor.Texts.Figure)))),
        _ => [new NumberFile(format => visitor.Urls.BreakdownFile(question.Unit, model.Indicator.Code, question.Period, format), visitor.Texts.Report.Grade)],
    };

    private IReadOnlyList<string> Now => model.Period is { } period ? [period] : [];

    private IEnumerable<ComparedUnit> OthersThanFocus => model.Compared.Units.Where(unit => unit.OrgUnit.Id != model.Focus.OrgUnit.Id);

    private static IReadOnlyList<string> Ids(IEnumerable<ComparedUnit> units) => [.. units.Select(unit => unit.OrgUnit.Id).Distinct()];

    private IReadOnlyList<NumberFile> File(IReadOnlyList<string> units, IReadOnlyList<string> periods, string? indicators = null) =>
        [.. View(units, periods, indicators).Select(view => FileOf(view))];

    private NumberFile FileOf(ExportView view, string? part = null) => new(format => visitor.Urls.ComparisonFile(view, format), part);

    /// <summary>None without units, periods or indicators: there are no numbers to take.</summary>
    private IEnumerable<ExportView> View(IReadOnlyList<string> units, IReadOnlyList<string> periods, string? indicators = null) =>
        units.Count == 0 || periods.Count == 0 || indicators is ""
            ? []
            : [new ExportView(units, indicators ?? model.Indicator.Code, model.Question.Stage, periods[0], periods[^1])];
}
