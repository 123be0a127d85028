using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Standards;

/// <summary>One thing that a standard asks for: an indicator, the threshold, and over what it is taken.</summary>
/// <param name="Code">Unique within the standard; ends in the stage where the criterion is set by stage.</param>
/// <param name="Indicator">What is compared. For a spread: the ratio whose spread is taken, or the indicator that states the spread.</param>
/// <param name="Target">The threshold with its stage, comparison and source.</param>
public sealed record Criterion(string Code, string Name, string NameEn, Indicator Indicator, Target Target, CriterionScope Scope)
{
    /// <summary>The section of the document, or of the report that answers it; null where there is none to name.</summary>
    public string? Section { get; init; }

    public SchoolStage? Stage => Target.Stage;

    public decimal Threshold => Target.Value;

    public TargetComparison Comparison => Target.Comparison;

    /// <summary>How far a value stands from the threshold; negative where it falls short.</summary>
    public decimal MarginOf(decimal value) => Comparison == TargetComparison.AtLeast ? value - Threshold : Threshold - value;
}
