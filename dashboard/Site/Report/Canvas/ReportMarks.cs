using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Report.Splits;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Report.Canvas;

/// <summary>What the marks of a report say, and the view a click on one leads to: everything else follows it, or lets it go again.</summary>
internal sealed class ReportMarks(ReportModel model, Visitor visitor)
{
    private ReportView View => model.View;

    /// <summary>A value of a unit in a period.</summary>
    /// <param name="unit">Null for what is no unit, such as the rest of a list: then a click changes nothing.</param>
    /// <param name="picksPeriod">The mark stands for the period too, among marks of several.</param>
    public MarkDetail Value(PlotMark mark, ComparedUnit? unit, string period, bool picksPeriod) => unit is null
        ? Word(mark)
        : Detail(
            $"{visitor.Name(unit.OrgUnit.Name, unit.OrgUnit.NameEn)} {visitor.Numbers.Period(period)}",
            new ReadingText(unit.At(period), model.Indicator, visitor),
            new ReportPick(unit.OrgUnit.Id, picksPeriod ? period : null),
            OriginOf(unit.OrgUnit.Id, period));

    /// <summary>The same where the mark's own value is another: a part of a change, a count behind a rate.</summary>
    public MarkDetail Part(PlotMark mark, ComparedUnit? unit, string period) =>
        Value(mark, unit, period, picksPeriod: false) with { Instead = mark.ValueText };

    /// <summary>One unit's value of one of several indicators.</summary>
    public MarkDetail Cell(OrgUnit unit, Indicator indicator, Reading reading) => Detail(
        $"{visitor.Name(unit.Name, unit.NameEn)} {visitor.Numbers.Period(reading.Period)} {visitor.Name(indicator.Name, indicator.NameEn)}",
        new ReadingText(reading, indicator, visitor),
        new ReportPick(unit.Id, null, indicator.Code),
        OriginOf(unit.Id, reading.Period, indicator));

    /// <summary>A school of one stage among others.</summary>
    public MarkDetail School(PlotMark mark, Reading reading) => Detail(
        $"{mark.SeriesName} {visitor.Numbers.Period(reading.Period)}",
        new ReadingText(reading, model.Indicator, visitor),
        new ReportPick(mark.SeriesId),
        model.DetailQuestion?.StripStage == model.Question.Stage
            ? OriginOf(mark.SeriesId, reading.Period)
            : OfStage(mark.SeriesId, reading.Period, model.DetailQuestion?.StripStage));

    /// <summary>The root's own value, of which the other marks are parts: a click changes nothing.</summary>
    /// <param name="hasOwnText">False where the mark adds up only those parts that are known: then nothing else of the root is said at it.</param>
    public MarkDetail Whole(PlotMark mark, string period, bool hasOwnText) => Word(mark) with
    {
        Text = new ReadingText(hasOwnText ? model.Whole.At(period) : Reading.None(period), model.Indicator, visitor),
        Origin = OriginOf(model.Whole.OrgUnit.Id, period),
    };

    /// <summary>The view with the value laid open; that of another indicator picks it.</summary>
    public string OriginOf(string unit, string period, Indicator? indicator = null)
    {
        var view = indicator is null || indicator == model.Indicator ? View : View.Picking(new ReportPick(null, null, indicator.Code));
        return visitor.Urls.Report(view with { Explain = new ExplainedValue(unit, period), AsOf = null }) + "#origin";
    }

    /// <summary>The unit in focus in one stage: a click makes it the stage of the whole report.</summary>
    public MarkDetail Stage(PlotMark mark, ComparedUnit stage, SchoolStage code, string period) => new(
        $"{mark.SeriesName} {visitor.Numbers.Period(period)}",
        new ReadingText(stage.At(period), model.Indicator, visitor),
        visitor.Urls.Report(View with { Stage = model.Question.Stage == code ? null : code, Explain = null }))
    { IsPicked = model.Question.Stage == code, Origin = OfStage(model.Focus.OrgUnit.Id, period, code) };

    /// <summary>The value of a stage that is not the report's own is laid open on its unit's page.</summary>
    private string OfStage(string unit, string period, SchoolStage? stage) =>
        visitor.Urls.Origin(new UnitView(unit) { Indicator = model.Indicator.Code, Period = period, Stage = stage });

    /// <summary>
    /// A stage, a grade or a sex in the tree: a stage becomes that of the whole report, the others are parted further. What students of
    /// a grade or sex are part of is laid open for all of them.
    /// </summary>
    public MarkDetail Branch(PlotMark mark, Reading reading) => new(
        mark.Period,
        new ReadingText(reading, model.Indicator, visitor),
        visitor.Urls.Report(SplitNodes.StageOf(mark.SeriesId) is { } stage
            ? View with { Stage = stage, Explain = null }
            : View with { Branch = View.Branch == mark.SeriesId ? null : mark.SeriesId, Explain = null }))
    {
        Instead = mark.ValueText,
        IsPicked = View.Branch == mark.SeriesId,
        Origin = model.SplitQuestion is { } split ? OfStage(split.Unit, split.Period, SplitNodes.StageOf(mark.SeriesId) ?? model.Question.Stage) : null,
    };

    /// <summary>Something said of all units together.</summary>
    private MarkDetail Word(PlotMark mark) => new(
        mark.SeriesName, new ReadingText(Reading.None(model.Period ?? string.Empty), model.Indicator, visitor), visitor.Urls.Report(View))
    { Instead = mark.ValueText };

    private MarkDetail Detail(string heading, ReadingText text, ReportPick clicked, string? origin) =>
        new(heading, text, visitor.Urls.Report(View.Picking(clicked))) { IsPicked = IsPicked(clicked), Origin = origin };

    private bool IsPicked(ReportPick clicked) => View.Pick is { } pick
        && clicked.Unit == pick.Unit
        && (clicked.Period is null || clicked.Period == pick.Period)
        && (clicked.Indicator is null || pick.Indicator is null || clicked.Indicator == pick.Indicator);
}
