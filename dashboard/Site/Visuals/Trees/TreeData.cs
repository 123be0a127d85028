using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals.Trees;

/// <summary>A unit's count, those of its children, and those of the children of one of them.</summary>
/// <param name="Open">The id of the child that is parted further; null where none is.</param>
/// <param name="Parts">The parts of <paramref name="Open"/>.</param>
public sealed record TreeData(
    Indicator Indicator, SchoolStage? Stage, string Period, ComparedUnit Root, IReadOnlyList<ComparedUnit> Children, string? Open,
    IReadOnlyList<ComparedUnit> Parts)
{
    /// <summary>What is parted: the count behind a rate, or the amount itself where the indicator is one.</summary>
    public decimal? CountOf(ComparedUnit unit) => CountOf(Indicator, unit.At(Period));

    /// <inheritdoc cref="CountOf(ComparedUnit)"/>
    public static decimal? CountOf(Indicator indicator, Reading reading) =>
        indicator.Unit is "percent" or "ratio" ? reading.Numerator : reading.Numerator ?? reading.Value;

    /// <summary>The unit whose count is parted by something other than units; null for none.</summary>
    public string? SplitUnit { get; init; }

    /// <summary>What its count is parted into.</summary>
    public ValueList<TreeNode> Branches { get; init; } = [];

    /// <summary>Why there are no branches; null where there are, or none are wanted.</summary>
    public string? Note { get; init; }
}
