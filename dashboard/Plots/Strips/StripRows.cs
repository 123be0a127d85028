using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;

namespace EduAnalytics.Plots.Strips;

/// <summary>Where the rows and their parts lie, in pixels.</summary>
/// <param name="NameWidth">What a group's name may take before it is shortened.</param>
/// <param name="HalfSwarm">From a row's middle to its outermost dot.</param>
internal sealed record StripRows(double NameWidth, double Left, double Right, double HalfSwarm, bool Compact)
{
    public const float Dot = 6;

    /// <summary>A line of outliers' names, above and below the dots.</summary>
    public const double NameLane = 17;

    private const double NameGap = 12;
    private const double WideNames = 0.24;
    private const double CompactName = 18;
    private const int FewGroups = 3;
    private const int ManyGroups = 12;

    public double Centre => (Left + Right) / 2;

    public static StripRows Of(StripSpec spec, Margins margins)
    {
        var right = spec.Width - margins.Side - 4;
        // Fewer schools overlap in a low row where there are many rows, and a district must not be a screen away from the next.
        var half = spec.Groups.Count switch { <= FewGroups => 30, <= ManyGroups => 17, _ => 11 };
        if (spec.Compact)
            return new StripRows(right - margins.Side, margins.Side + 4, right, half, Compact: true);
        var names = Math.Min(
            spec.Groups.Select(group => TextRuler.Width(group.Name, margins.TextSize, bold: true)).DefaultIfEmpty(0).Max(),
            spec.Width * WideNames);
        return new StripRows(names, margins.Side + names + NameGap, right, half, Compact: false);
    }

    /// <summary>A row has lanes for names only where it has schools to name.</summary>
    public double Height(StripGroup group) =>
        (Compact ? CompactName : 0) + HalfSwarm * 2 + Dot + 10 + (HasNames(group) ? NameLane * 2 : 0);

    /// <summary>The middle of the dots, from the row's top.</summary>
    public double Middle(StripGroup group) =>
        (Compact ? CompactName : 0) + HalfSwarm + Dot / 2 + 5 + (HasNames(group) ? NameLane : 0);

    /// <summary>The middle of the group's name, from the row's top.</summary>
    public double NameMiddle(StripGroup group) => Compact ? CompactName / 2 + 2 : Middle(group);

    private static bool HasNames(StripGroup group) => group.Points.Any(group.IsNamed);
}
