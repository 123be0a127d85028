using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals;

/// <summary>A comparison with a small plot for each unit instead of one line among many.</summary>
public static class MultiplesPlot
{
    public static PlotAnswer Of(ComparedIndicator compared, PlotFrame frame)
    {
        var lines = ComparisonPlot.Spec(compared, frame.Visitor, frame.Size);
        return PlotAnswer.Of(frame.Dress(new MultiplesSpec
        {
            Title = lines.Title,
            Subtitle = lines.Subtitle,
            Description = lines.Description,
            Periods = lines.Periods,
            Panels = lines.Series,
            Texts = lines.Texts,
            Target = lines.Target,
            Floor = lines.Floor,
            Ceiling = lines.Ceiling,
            Others = frame.Visitor.Texts.Visual.OtherUnits,
        }));
    }
}
