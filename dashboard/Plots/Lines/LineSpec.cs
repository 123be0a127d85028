using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Lines;

namespace EduAnalytics.Plots;

/// <summary>Lines over the years, one a series, each named where it ends.</summary>
/// <remarks>
/// With up to eight series all are coloured; with more, only the highlighted ones are, or the first six where none is.
/// The others are drawn grey and named while there is room.
/// </remarks>
public sealed record LineSpec : PlotSpec
{
    public string Subtitle { get; init; } = "";

    /// <summary>In CSS pixels. The picture is taller where many names stand below a narrow plot.</summary>
    public int Height { get; init; } = 480;

    /// <summary>Labels of the periods in their order, such as <c>2023</c> or <c>2024H1</c>; equally spaced.</summary>
    public required ValueList<string> Periods { get; init; }

    public required ValueList<LineSeries> Series { get; init; }

    public required LineTexts Texts { get; init; }

    public TargetLine? Target { get; init; }

    /// <summary>The range of the units not shown, behind the lines.</summary>
    public LineBand? Band { get; init; }

    /// <summary>The value axis never shows less, such as 0 for a share; null for no such bound.</summary>
    public decimal? Floor { get; init; }

    /// <summary>The value axis never shows more, such as 100 for a share; null for no such bound.</summary>
    public decimal? Ceiling { get; init; }

    /// <summary>The index of the period that a reader picked: marked across the plot; null for none.</summary>
    public int? PickedPeriod { get; init; }

    public override PlotTable Table() => PlotTable.Of(
        [Texts.OrgUnit, .. Periods],
        [
            .. Series.Select(series => Row(
                series.Synthetic ? series.Name + Texts.SyntheticSuffix : series.Name,
                series.Points.Select(point => point.Value))),
            .. Band is null ? [] : new[]
            {
                Row($"{Band.Label} ({Texts.Lowest})", Band.Edges.Select(edge => edge?.Low)),
                Row($"{Band.Label} ({Texts.Highest})", Band.Edges.Select(edge => edge?.High)),
            },
        ]);

    internal override void Check()
    {
        SpecCheck.Size(Height, nameof(Height));
        SpecCheck.Unique(Series.Select(series => series.Id));
        SpecCheck.Demand(PickedPeriod is null || (PickedPeriod >= 0 && PickedPeriod < Periods.Count), $"Period {PickedPeriod} is picked; 0 to {Periods.Count - 1} exist.");
        foreach (var series in Series)
        {
            SpecCheck.OneAPeriod(series.Points.Count, Periods.Count, $"Series '{series.Id}'");
            SpecCheck.Demand(
                series.ColourIndex is null or (>= 0 and < SeriesPalette.Count),
                $"Series '{series.Id}' asks for colour {series.ColourIndex}; 0 to {SeriesPalette.Count - 1} exist.");
        }

        if (Band is null)
            return;
        SpecCheck.OneAPeriod(Band.Edges.Count, Periods.Count, "The band");
        SpecCheck.Demand(Band.Edges.All(edge => edge is null || edge.Value.Low <= edge.Value.High), "The band's low edge lies above its high one.");
    }

    internal override Picture Draw() => LineLayout.Draw(this);

    private IEnumerable<string> Row(string name, IEnumerable<decimal?> values) =>
        values.Select(value => value is { } known ? Numbers.Full(known) : Texts.NoData).Prepend(name);
}

/// <param name="Id">Unique in the plot. Colours follow the order of the ids, not the order of the series.</param>
/// <param name="Name">As printed beside the line.</param>
/// <param name="Points">One a period, in the order of the periods.</param>
public sealed record LineSeries(string Id, string Name, ValueList<LinePoint> Points)
{
    /// <summary>Generated, not real: drawn dashed with hollow markers and named with the suffix for it.</summary>
    public bool Synthetic { get; init; }

    public bool Highlighted { get; init; }

    /// <summary>Why a series without any value shows none, said in the place of 'no data'; null where there is none to show.</summary>
    public string? Withheld { get; init; }

    /// <summary>0 to 7, to keep a unit's colour whatever else is shown; null takes the next free one.</summary>
    public int? ColourIndex { get; init; }
}

/// <param name="Value">In the plot's unit; null is a gap, which no line bridges.</param>
/// <param name="Basis">Decides the marker's shape.</param>
/// <param name="Joined">False for a point that is not comparable with its neighbours, such as a half-year among
/// years: it stands alone.</param>
public readonly record struct LinePoint(
    decimal? Value, PointBasis Basis = PointBasis.Computed, bool Joined = true)
{
    public static LinePoint Gap { get; } = new(null);
}

/// <summary>Whether the system computed a value from measures (round marker) or an authority stated it (square).</summary>
public enum PointBasis { Computed, Reported }

/// <summary>A shaded range behind the lines.</summary>
/// <param name="Label">For the key, such as <c>其他区县范围</c>.</param>
/// <param name="Edges">One a period; null where there is none.</param>
public sealed record LineBand(string Label, ValueList<BandEdge?> Edges);

public readonly record struct BandEdge(decimal Low, decimal High);

/// <summary>The words of a line plot beside its title, names and periods.</summary>
public sealed record LineTexts
{
    /// <summary>Follows a generated series' name, such as <c>（演示）</c>.</summary>
    public required string SyntheticSuffix { get; init; }

    /// <summary>In the key beside a dashed line, such as <c>演示数据</c>.</summary>
    public required string SyntheticKey { get; init; }

    public required string ComputedKey { get; init; }

    public required string ReportedKey { get; init; }

    /// <summary>A format for the count of series drawn without a name, such as <c>另有 {0} 条未标名</c>.</summary>
    public required string UnnamedNote { get; init; }

    /// <summary>Stands in the plot when there is no value at all.</summary>
    public required string NoData { get; init; }

    /// <summary>Heads the names in the table.</summary>
    public required string OrgUnit { get; init; }

    /// <summary>Names the band's lower edge in the table.</summary>
    public required string Lowest { get; init; }

    /// <summary>Names the band's upper edge in the table.</summary>
    public required string Highest { get; init; }
}
