using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Domain.Indicators;

/// <summary>Why a value is what it is. Which submissions are behind it is asked for by itself: it takes longer to say.</summary>
/// <param name="Formula">The formula in measure codes, then with its numbers: <c>a ÷ b × 100 = 530 ÷ 1842 × 100 = 28.77</c>.</param>
public sealed record Explanation(string Formula, ImmutableArray<Contribution> Contributions);

/// <summary>One part of a value: what one unit brings to it.</summary>
/// <param name="Measure">
/// The code of a measure, or of an indicator where a value counts indicators; of a ratio or spread that has no code, its
/// formula in measure codes.
/// </param>
/// <param name="Version">The unit's version of which the part is.</param>
/// <param name="ChangedAt">When the newest record behind the part was accepted.</param>
public sealed record Contribution(
    OrgUnitId OrgUnit, string Measure, Period Period, decimal Value, long Version, DateTimeOffset ChangedAt)
{
    /// <summary>Why the value is for the unit's own staff only; null where every reader may see it.</summary>
    public Suppression? Withheld { get; init; }
}
