using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
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
    /// <summary>A file's address with more units than these is longer than servers take.</summary>
    private const int MostUnits = 400;

    public VisualQuery Comparison => new(CompareQuestion.Document, model.Question.Comparison.Variables);

    public VisualQuery Focus => new(
        CompareQuestion.Document,
        (new CompareQuestion(model.Indicator, [model.Focus.OrgUnit.Id], model.Question.Stage) { Others = [.. Ids(OthersThanFocus)] }).Variables);

    public VisualQuery Stages => new(
        "Report/Stages.graphql",
        new Dictionary<string, object?>(model.Question.StageVariables) { ["unit"] = model.Focus.OrgUnit.Id, ["indicator"] = model.Indicator.Code });

    public VisualQuery Figures => new(
        "Report/Figures.graphql",
        new Dictionary<string, object?>
        {
            ["units"] = new[] { model.Question.Focus },
            ["indicators"] = model.Question.Codes,
            ["stage"] = StageText.CodeOf(model.Question.Stage),
        });

    public VisualQuery Matrix => new(
        "Visuals/StatusMaps/StatusMap.graphql",
        new Dictionary<string, object?>
        {
            ["units"] = model.Question.UnitsOrNull,
            ["parent"] = model.Question.Parent,
            ["indicators"] = model.Question.Codes,
            ["stage"] = StageText.CodeOf(model.Question.Stage),
            ["period"] = model.DetailQuestion!.Period,
        });

    public VisualQuery Grades => new(
        "Report/Grades/Grades.graphql",
        new Dictionary<string, object?>
        {
            ["unit"] = model.Focus.OrgUnit.Id,
            ["indicator"] = model.Indicator.Code,
            ["period"] = model.DetailQuestion!.Period,
        });

    public VisualQuery Strip => new(
        "Visuals/Strips/Schools.graphql",
        new Dictionary<string, object?>
        {
            ["unit"] = model.DetailQuestion!.StripUnit ?? model.Root.Id,
            ["indicator"] = model.Indicator.Code,
            ["stage"] = StageText.CodeOf(model.DetailQuestion.StripStage ?? SchoolStage.Primary),
            ["period"] = model.DetailQuestion.Period,
            ["byDistrict"] = model.DetailQuestion.ByDistrict,
        });

    public IReadOnlyList<VisualFile> AllPeriods => File(Ids(model.Compared.Units), model.Compared.Periods);

    public IReadOnlyList<VisualFile> OnePeriod => File(Ids(model.Compared.Units), Now);

    public IReadOnlyList<VisualFile> TwoPeriods => File(Ids(model.Compared.Units), change is { } ends ? [ends.From, ends.To] : []);

    public IReadOnlyList<VisualFile> FocusFile => File(Ids([model.Focus, .. OthersThanFocus]), model.Compared.Periods);

    public IReadOnlyList<VisualFile> FiguresFile => File([model.Question.Focus], model.Compared.Periods, string.Join(',', model.Question.Codes));

    public IReadOnlyList<VisualFile> TreeFile =>
        File(Ids([model.Whole, .. model.Compared.Units, .. model.Below?.Units ?? []]), Now);

    public IReadOnlyList<VisualFile> StageFiles =>
    [
        .. model.Indicator.Stages.SelectMany(stage => File([model.Focus.OrgUnit.Id], model.Compared.Periods)
            .Select(file => new VisualFile(file.View with { Stage = stage }, StageText.Of(stage, visitor.Texts.Figure)))),
    ];

    public IReadOnlyList<VisualFile> MatrixFile(StatusMapData matrix) => File(
        [.. matrix.Units.Select(unit => unit.OrgUnit.Id)], [matrix.Period], string.Join(',', matrix.Indicators.Select(indicator => indicator.Code)));

    public IReadOnlyList<VisualFile> StripFile(SchoolsData? schools) => schools is null
        ? []
        : [.. File([.. schools.Spreads.SelectMany(one => one.Spread.Schools).Select(school => school.OrgUnit.Id)], [schools.Period])
            .Select(file => new VisualFile(file.View with { Stage = schools.Stage }))];

    private IReadOnlyList<string> Now => model.Period is { } period ? [period] : [];

    private IEnumerable<ComparedUnit> OthersThanFocus => model.Compared.Units.Where(unit => unit.OrgUnit.Id != model.Focus.OrgUnit.Id);

    private static IReadOnlyList<string> Ids(IEnumerable<ComparedUnit> units) => [.. units.Select(unit => unit.OrgUnit.Id).Distinct()];

    private IReadOnlyList<VisualFile> File(IReadOnlyList<string> units, IReadOnlyList<string> periods, string? indicators = null) =>
        units.Count is 0 or > MostUnits || periods.Count == 0 || indicators is ""
            ? []
            : [new VisualFile(new ExportView(units, indicators ?? model.Indicator.Code, model.Question.Stage, periods[0], periods[^1]))];
}
