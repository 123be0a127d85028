using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Indicators;

/// <summary>Which wording of a definition a value was computed by; a comparison across two versions says so.</summary>
/// <param name="Number">1 for a definition that stood by itself from the beginning; more where another one went before.</param>
/// <param name="From">The first day on which the definition holds.</param>
public sealed record DefinitionVersion(int Number, DateOnly From)
{
    /// <summary>For indicators that were never redefined.</summary>
    public static readonly DefinitionVersion First = new(1, DateOnly.MinValue);

    /// <summary>
    /// True where another definition held in some of the periods and this one in others: what is stated of the first kind
    /// was counted otherwise. A period in which the change lies is counted to those after it.
    /// </summary>
    public bool ChangedAmong(IReadOnlyCollection<Period> periods) =>
        Number > 1 && periods.Any(period => period.End < From) && periods.Any(period => period.End >= From);
}
