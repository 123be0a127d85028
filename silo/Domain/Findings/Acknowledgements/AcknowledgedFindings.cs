using System.Collections.Immutable;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Findings.Acknowledgements;

/// <summary>What has been said of the findings about one unit; of each finding the newest word holds.</summary>
public sealed class AcknowledgedFindings
{
    private readonly Dictionary<FindingId, Acknowledgement> words = [];

    /// <summary>In the order in which they were given.</summary>
    public ImmutableArray<Acknowledgement> All => [.. words.Values.OrderBy(word => word.At)];

    public bool Contains(FindingId finding) => words.ContainsKey(finding);

    public void Acknowledge(FindingAcknowledged given) =>
        Restore(new Acknowledgement(given.Finding, given.Values, given.Severity, given.Note, given.By, given.AcceptedAt));

    public void Withdraw(AcknowledgementWithdrawn withdrawn) => words.Remove(withdrawn.Finding);

    /// <summary>Takes over a stored word.</summary>
    public void Restore(Acknowledgement word) => words[word.Finding] = word;
}
