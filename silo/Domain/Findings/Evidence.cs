using System.Collections.Immutable;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Domain.Findings;

/// <summary>What speaks for a finding.</summary>
/// <param name="Numbers">The numbers side by side.</param>
/// <param name="Blanks">What fills the sentence.</param>
/// <param name="RestsOn">The cells whose statements are the finding's sources, where they were stated.</param>
internal sealed record Evidence(
    ImmutableArray<EvidenceNumber> Numbers, ImmutableArray<(string Blank, Wording Words)> Blanks, IEnumerable<MeasureKey> RestsOn)
{
    /// <summary>Where the case is weighed by itself; else the rule's severity holds.</summary>
    public Severity? Severity { get; init; }

    /// <summary>What the finding rests on besides: a document whose silence it tells, or the statements of a child.</summary>
    public ImmutableArray<SourceReference> Sources { get; init; } = [];
}
