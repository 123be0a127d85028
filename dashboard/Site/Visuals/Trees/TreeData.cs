using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Visuals.Trees;

/// <summary>A unit's count, those of its children, and those of the children of one of them.</summary>
/// <param name="Open">The id of the child that is parted further; null where none is.</param>
/// <param name="Parts">The parts of <paramref name="Open"/>.</param>
public sealed record TreeData(
    Indicator Indicator, SchoolStage? Stage, string Period, ComparedUnit Root, IReadOnlyList<ComparedUnit> Children, string? Open,
    IReadOnlyList<ComparedUnit> Parts)
{
    /// <summary>What is parted: the count behind a rate, or the amount itself where the indicator is one.</summary>
    public decimal? CountOf(ComparedUnit unit) => unit.At(Period) is var reading && Indicator.Unit is "percent" or "ratio"
        ? reading.Numerator
        : reading.Numerator ?? reading.Value;
}
