using System.Collections.Immutable;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Domain.Findings;

/// <summary>
/// What makes two findings the same one: however often figures change, a reader is told once, and it goes when corrected.
/// </summary>
/// <param name="Subject">The measure or indicator looked at; with the rule it says which codes are compared.</param>
public readonly record struct FindingId(string Rule, OrgUnitId OrgUnit, Period Period, SchoolStage? Stage, string Subject);

/// <summary>A figure that contradicts another, breaks a bound, jumps, or has nothing behind it.</summary>
/// <param name="Message">One sentence in Chinese with the numbers in it.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="Values">The numbers side by side, in the order that the rule's kind documents.</param>
/// <param name="Sources">Where the stated figures among them come from; empty where all are counted from records.</param>
public sealed record Finding(
    FindingId Id,
    Severity Severity,
    string Message,
    string MessageEn,
    ImmutableArray<decimal> Values,
    ImmutableArray<SourceReference> Sources)
{
    /// <summary>The <see cref="Values"/> in their order, each with what it is and where it came from.</summary>
    public ImmutableArray<FindingNumber> Numbers { get; init; } = [];

    /// <summary>
    /// Why the sentence and the numbers are for the unit's own staff only; null where every reader may see them. Set by the
    /// district or the city that holds the unit's row; a school does not know what its like withhold.
    /// </summary>
    public Suppression? Withheld { get; init; }

    /// <summary>
    /// What somebody said of exactly these numbers; null while the finding is open. Set by whoever brings it together with what
    /// the unit's own journal says: a parent, which finds who stands far from the others, does not know.
    /// </summary>
    public Acknowledgement? Acknowledgement { get; init; }

    /// <summary>
    /// True where a watcher is told it because of a word on it, given or taken back, and not because it was raised. Of no
    /// meaning elsewhere.
    /// </summary>
    public bool IsToldForWord { get; init; }

    public OrgUnitId OrgUnit => Id.OrgUnit;

    public Period Period => Id.Period;
}
