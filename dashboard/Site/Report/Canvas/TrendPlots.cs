using System.Globalization;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Visuals;

namespace EduAnalytics.Dashboard.Report.Canvas;

/// <summary>The unit in focus over the years: before the spread of the others, and stage by stage.</summary>
internal static class TrendPlots
{
    public static string FocusTitle(ReportModel model, Visitor visitor) => Fill(visitor.Texts.Report.FocusTitle, model, visitor);

    public static string StagesTitle(ReportModel model, Visitor visitor) => Fill(visitor.Texts.Report.StagesTitle, model, visitor);

    /// <summary>One line, with the range of the parts, or of the other parts where the line is one itself, behind it.</summary>
    public static PlotAnswer Focus(ReportModel model, Visitor visitor, PlotSize size)
    {
        if (model.Focus.Latest is null)
            return PlotAnswer.Because(PlotObstacle.NoData, $"There are no values of '{model.Indicator.Code}' for {model.Focus.OrgUnit.Id}.");
        var others = model.Compared.Units.Where(unit => unit.OrgUnit.Id != model.Focus.OrgUnit.Id).Select(unit => new OtherSeries(
            unit.OrgUnit, [.. unit.Readings.Select(reading => new OtherPoint(reading.Period, reading.Value))]));
        var spec = ComparisonPlot.Spec(model.Compared with { Units = [model.Focus], Others = [.. others] }, visitor, size);
        return PlotAnswer.Of(spec with
        {
            Title = FocusTitle(model, visitor),
            // Amounts of parts stand far below that of the whole, and would press all of it flat.
            Band = model.Indicator.Unit is "percent" or "ratio" || model.Focus.Place is not null
                ? spec.Band is { } band ? band with { Label = visitor.Texts.Report.Band } : null
                : null,
        });
    }

    public static PlotAnswer Stages(ReportModel model, Visitor visitor, PlotSize size)
    {
        var stages = StagesOf(model, visitor);
        if (stages.Count < 2)
            return PlotAnswer.Because(PlotObstacle.NoStages, $"'{model.Indicator.Code}' is kept for no two stages.");
        if (stages.All(stage => stage.Unit.Latest is null))
            return PlotAnswer.Because(PlotObstacle.NoData, $"There are no values of '{model.Indicator.Code}' in any stage.");
        return PlotAnswer.Of(ComparisonPlot.Spec(model.Compared with { Units = [.. stages.Select(stage => stage.Unit)], Others = [] }, visitor, size) with
        {
            Title = StagesTitle(model, visitor),
            Subtitle = string.Empty,
        });
    }

    /// <summary>The stages as the lines of a comparison: under their codes, by their names.</summary>
    public static IReadOnlyList<(SchoolStage Stage, ComparedUnit Unit)> StagesOf(ReportModel model, Visitor visitor) =>
    [
        .. from stage in model.Indicator.Stages
           let readings = model.Answer.Stages?.Of(stage)
           where readings is not null
           let unit = model.Focus.OrgUnit with { Id = stage.ToString(), Name = StageText.Of(stage, visitor.Texts.Figure), NameEn = null }
           select (stage, ReportModel.UnitOf(unit, readings, model.Compared) with { Place = (int)stage }),
    ];

    private static string Fill(string format, ReportModel model, Visitor visitor) => string.Format(
        CultureInfo.InvariantCulture,
        format,
        visitor.Name(model.Indicator.Name, model.Indicator.NameEn),
        visitor.Name(model.Focus.OrgUnit.Name, model.Focus.OrgUnit.NameEn));
}
