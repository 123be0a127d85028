namespace EduAnalytics.Domain.Indicators;

/// <summary>Which wording of a definition a value was computed by; a comparison across two versions says so.</summary>
/// <param name="From">The first day on which the definition holds.</param>
public sealed record DefinitionVersion(int Number, DateOnly From)
{
    /// <summary>For indicators that were never redefined.</summary>
    public static readonly DefinitionVersion First = new(1, DateOnly.MinValue);
}
