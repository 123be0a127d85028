using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Sparklines;

namespace EduAnalytics.Plots;

/// <summary>A line without words, for a tile. Its name and description are for screen readers only.</summary>
public sealed record SparklineSpec : PlotSpec
{
    public int Height { get; init; } = 36;

    /// <summary>The series' id, repeated in every mark.</summary>
    public string Id { get; init; } = "";

    public required ValueList<string> Periods { get; init; }

    /// <summary>One a period, in the order of the periods.</summary>
    public required ValueList<LinePoint> Points { get; init; }

    /// <summary>In the plot's unit; null for none.</summary>
    public decimal? Target { get; init; }

    public bool Synthetic { get; init; }

    public override PlotTable Table() => PlotTable.Of(
        ["", .. Periods], [Points.Select(point => point.Value is { } value ? Numbers.Full(value) : "").Prepend(Title)]);

    internal override void Check()
    {
        SpecCheck.Size(Height, nameof(Height));
        SpecCheck.OneAPeriod(Points.Count, Periods.Count, "The sparkline");
    }

    internal override Picture Draw() => SparklineLayout.Draw(this);
}
