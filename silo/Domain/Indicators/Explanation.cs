using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Domain.Indicators;

/// <summary>Why a value is what it is.</summary>
/// <param name="Formula">The formula in measure codes, then with its numbers: <c>a ÷ b × 100 = 530 ÷ 1842 × 100 = 28.77</c>.</param>
public sealed record Explanation(string Formula, ImmutableArray<Contribution> Contributions, ImmutableArray<SourceReference> Sources);

/// <summary>One part of a sum: a measure of one unit.</summary>
public sealed record Contribution(OrgUnitId OrgUnit, string Measure, decimal Value)
{
    /// <summary>Why the value is for the unit's own staff only; null where every reader may see it.</summary>
    public Suppression? Withheld { get; init; }
}

/// <summary>The document, and the submission, from which a stated figure was taken.</summary>
public sealed record SourceReference(
    string Document, string? Section, string? Quote, DateTimeOffset RecordedAt, string SubmissionId);
