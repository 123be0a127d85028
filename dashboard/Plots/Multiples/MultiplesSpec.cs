using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Multiples;

namespace EduAnalytics.Plots;

/// <summary>
/// One small line plot a unit, all with the same axes, so that they can be held against each other; behind each line the
/// others in grey. The height follows from the panels.
/// </summary>
public sealed record MultiplesSpec : PlotSpec
{
    public string Subtitle { get; init; } = "";

    /// <summary>Labels of the periods in their order; the first and the last are printed.</summary>
    public required ValueList<string> Periods { get; init; }

    /// <summary>In reading order.</summary>
    public required ValueList<LineSeries> Panels { get; init; }

    public required LineTexts Texts { get; init; }

    public TargetLine? Target { get; init; }

    /// <summary>The value axis never shows less unless a value is; null for no such bound.</summary>
    public decimal? Floor { get; init; }

    /// <summary>The value axis never shows more unless a value is; null for no such bound.</summary>
    public decimal? Ceiling { get; init; }

    /// <summary>In the key beside a grey line, such as <c>其他单位</c>.</summary>
    public required string Others { get; init; }

    /// <summary>The index of the period that a reader picked: marked across the plot; null for none.</summary>
    public int? PickedPeriod { get; init; }

    public override PlotTable Table() => AsLines().Table();

    internal override void Check() => AsLines().Check();

    internal override Picture Draw() => MultiplesLayout.Draw(this);

    /// <summary>The same series in one plot: they have the same table and the same invariants.</summary>
    private LineSpec AsLines() => new()
    {
        Title = Title,
        Culture = Culture,
        Decimals = Decimals,
        Unit = Unit,
        Periods = Periods,
        Series = Panels,
        Texts = Texts,
        PickedPeriod = PickedPeriod,
    };
}
