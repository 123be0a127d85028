using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Strips;

namespace EduAnalytics.Plots;

/// <summary>
/// Every school as a dot, one row a group, over the box of its middle half. Schools beyond the fences, one and a half
/// times the box's length from its ends (Tukey's rule), are squares and named. The height follows.
/// </summary>
public sealed record StripSpec : PlotSpec
{
    public string Subtitle { get; init; } = "";

    /// <summary>The one period all values belong to; repeated in every mark.</summary>
    public required string Period { get; init; }

    /// <summary>Such as districts with their schools; from top to bottom.</summary>
    public required ValueList<StripGroup> Groups { get; init; }

    public required StripTexts Texts { get; init; }

    public TargetLine? Target { get; init; }

    /// <summary>The axis never shows less unless a value is; null for no such bound.</summary>
    public decimal? Floor { get; init; }

    /// <summary>The axis never shows more unless a value is; null for no such bound.</summary>
    public decimal? Ceiling { get; init; }

    public override PlotTable Table() => PlotTable.Of(
        [Texts.Group, Texts.OrgUnit, Period, Texts.Outlier],
        Groups.SelectMany(group => group.Points.OrderByDescending(point => point.Value).Select(point => new[]
        {
            group.Name,
            point.Synthetic ? point.Name + Texts.SyntheticSuffix : point.Name,
            Numbers.WithUnit(point.Value),
            group.IsOutlier(point) ? Texts.Outlier : "",
        })));

    internal override void Check()
    {
        SpecCheck.Unique(Groups.Select(group => group.Id));
        SpecCheck.Unique(Groups.SelectMany(group => group.Points).Select(point => point.Id));
        foreach (var group in Groups)
            SpecCheck.Demand(
                group.Box is not { } box || (box.LowerQuartile <= box.Median && box.Median <= box.UpperQuartile),
                $"The quartiles of '{group.Id}' descend.");
    }

    internal override Picture Draw() => StripLayout.Draw(this);
}

/// <param name="Id">Unique in the plot.</param>
/// <param name="Points">The schools that have a value, in any order.</param>
/// <param name="Box">Null where the group is too small for quartiles; then it has no outliers.</param>
public sealed record StripGroup(string Id, string Name, ValueList<StripPoint> Points, StripBox? Box)
{
    private const decimal FenceInBoxes = 1.5m;

    /// <summary>Whether the picture names the school, where it finds room.</summary>
    internal bool IsNamed(StripPoint point) => point.Highlighted || IsOutlier(point);

    internal bool IsOutlier(StripPoint point)
    {
        if (Box is not { } box)
            return false;
        var reach = (box.UpperQuartile - box.LowerQuartile) * FenceInBoxes;
        return point.Value < box.LowerQuartile - reach || point.Value > box.UpperQuartile + reach;
    }
}

/// <param name="Id">Unique in the plot.</param>
/// <param name="Value">In the plot's unit.</param>
public sealed record StripPoint(string Id, string Name, decimal Value)
{
    /// <summary>Generated, not real: hollow.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Ringed, and named before any outlier.</summary>
    public bool Highlighted { get; init; }
}

/// <summary>The middle half of a group, in the plot's unit.</summary>
public readonly record struct StripBox(decimal LowerQuartile, decimal Median, decimal UpperQuartile);

/// <summary>The words of a strip plot beside its title and names.</summary>
public sealed record StripTexts
{
    /// <summary>Heads the groups in the table, such as <c>区县</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Heads the schools in the table.</summary>
    public required string OrgUnit { get; init; }

    /// <summary>In the key beside a dot.</summary>
    public required string Point { get; init; }

    /// <summary>In the key beside a square, and in the table.</summary>
    public required string Outlier { get; init; }

    /// <summary>In the key beside the box and its stroke, such as <c>中间一半与中位数</c>.</summary>
    public required string Box { get; init; }

    /// <summary>A format for the count of outliers that found no room for their names.</summary>
    public required string UnnamedNote { get; init; }

    public required string NoData { get; init; }

    public required string SyntheticSuffix { get; init; }

    public required string SyntheticKey { get; init; }
}
