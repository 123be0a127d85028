using System.Globalization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using EduAnalytics.Dashboard.Visuals;
using EduAnalytics.Dashboard.Visuals.StatusMaps;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Report.Grades;

/// <summary>A school's students by grade and sex: the last step down, below which nobody is shown.</summary>
internal static class GradesPlot
{
    private static readonly Sex?[] sexes = [Sex.Female, Sex.Male, null];

    public static string Title(ReportModel model, Visitor visitor) => string.Format(
        CultureInfo.InvariantCulture,
        visitor.Texts.Report.GradesTitle,
        visitor.Name(model.Indicator.Name, model.Indicator.NameEn),
        visitor.Name(model.Focus.OrgUnit.Name, model.Focus.OrgUnit.NameEn));

    public static PlotAnswer Of(ReportModel model, Visitor visitor, PlotSize size)
    {
        if (model.Detail?.Grades is not { Breakdown: var breakdown })
            return PlotAnswer.Because(PlotObstacle.NotRead, "The breakdown could not be read.");
        if (breakdown.Rows is not { Count: > 0 } rows)
            return PlotAnswer.Because(ObstacleOf(breakdown), "There is no breakdown by grade and sex.");
        var columns = Columns(rows);
        var texts = visitor.Texts;
        return PlotAnswer.Of(new StatusMapSpec
        {
            Title = Title(model, visitor),
            Subtitle = visitor.Numbers.Period(model.DetailQuestion!.Period),
            Columns = columns.Select(sex => new StatusMapColumn(sex?.ToString() ?? "none", NameOf(sex, texts.Report))).ToValueList(),
            Rows = Grades(rows).Select(grade => new StatusMapRow(
                IdOf(grade), NameOf(grade, texts.Report, visitor), columns.Select(sex => StatusMapPlot.CellOf(ReadingOf(Find(rows, grade, sex), model), model.Indicator, visitor)).ToValueList())
            { Synthetic = model.Focus.Synthetic }).ToValueList(),
            Texts = StatusMapPlot.TextsOf(texts, texts.Report.Grade),
            Culture = visitor.Language.Culture.Name,
            Width = size.Width,
            Theme = size.Theme,
        });
    }

    /// <summary>What a cell says; a click on it leads to where the school's value comes from, of which it is a part.</summary>
    public static MarkDetail Mark(PlotMark mark, ReportModel model, Visitor visitor)
    {
        var rows = model.Detail!.Grades!.Breakdown.Rows!;
        var grade = Grades(rows).First(one => IdOf(one) == mark.SeriesId);
        var row = Find(rows, grade, Columns(rows)[mark.PeriodIndex]);
        return new MarkDetail(
            $"{mark.SeriesName} {mark.Period} {visitor.Numbers.Period(model.DetailQuestion!.Period)}",
            new ReadingText(ReadingOf(row, model), model.Indicator, visitor),
            visitor.Urls.Origin(new UnitView(model.Focus.OrgUnit.Id)
            {
                Indicator = model.Indicator.Code,
                Period = model.DetailQuestion!.Period,
                Stage = model.Question.Stage,
            }));
    }

    private static Reading ReadingOf(BreakdownRow? row, ReportModel model)
    {
        var period = model.DetailQuestion!.Period;
        var target = model.Focus.At(period).Target;
        return Reading.None(period) with
        {
            Value = row?.Value ?? (row?.Denominator is null ? row?.Numerator : null),
            Numerator = row?.Numerator,
            Denominator = row?.Denominator,
            Target = target,
            Status = (row?.Value, target, model.Indicator.Direction) switch
            {
                (null, _, _) => TargetStatus.NoData,
                (_, null, _) or (_, _, Direction.Neutral) => TargetStatus.NoTarget,
                ({ } value, { } wanted, Direction.HigherIsBetter) => value >= wanted ? TargetStatus.Met : TargetStatus.Missed,
                ({ } value, { } wanted, _) => value <= wanted ? TargetStatus.Met : TargetStatus.Missed,
            },
        };
    }

    internal static PlotObstacle ObstacleOf(Breakdown breakdown) => breakdown switch
    {
        { Suppression: not null } => PlotObstacle.Withheld,
        { Silent.Count: > 0 } => PlotObstacle.NotRead,
        { Gap: BreakdownGap.NotCounted } => PlotObstacle.NotCounted,
        { Gap: BreakdownGap.GradesDiffer } => PlotObstacle.GradesDiffer,
        _ => PlotObstacle.NoRecords,
    };

    private static IReadOnlyList<int?> Grades(IReadOnlyList<BreakdownRow> rows) =>
        [.. rows.Select(row => row.Grade).Distinct().OrderBy(grade => grade ?? int.MaxValue)];

    private static List<Sex?> Columns(IReadOnlyList<BreakdownRow> rows) => [.. sexes.Where(sex => rows.Any(row => row.Sex == sex))];

    private static BreakdownRow? Find(IReadOnlyList<BreakdownRow> rows, int? grade, Sex? sex) =>
        rows.FirstOrDefault(row => row.Grade == grade && row.Sex == sex);

    private static string IdOf(int? grade) => grade?.ToString(CultureInfo.InvariantCulture) ?? "none";

    internal static string NameOf(int? grade, ReportTexts texts, Visitor visitor) =>
        grade is { } known ? string.Format(visitor.Language.Culture, texts.GradeOf, known) : texts.NotRecorded;

    internal static string NameOf(Sex? sex, ReportTexts texts) => sex switch
    {
        Sex.Female => texts.Female,
        Sex.Male => texts.Male,
        _ => texts.NotRecorded,
    };
}
