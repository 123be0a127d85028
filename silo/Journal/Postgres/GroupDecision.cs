using EduAnalytics.Journal.Groups;

namespace EduAnalytics.Journal.Postgres;

/// <summary>
/// What becomes of a group's appends, decided in memory from what the database is known to hold, since a COPY writes all
/// of its rows or none. The table's unique keys have the last word.
/// </summary>
/// <param name="heads">The last sequence of each org unit in the group; brought forward with each entry accepted.</param>
/// <param name="receipts">The submissions of the group that the database holds already.</param>
internal sealed class GroupDecision(
    Dictionary<string, long> heads, Dictionary<(string OrgUnit, string SubmissionId), SubmissionReceipt> receipts)
{
    private readonly List<JournalEntry> _accepted = [];

    /// <summary>The entries to write.</summary>
    public IReadOnlyList<JournalEntry> Accepted => _accepted;

    /// <summary>The org units' heads once they are written.</summary>
    public IReadOnlyDictionary<string, long> Heads => heads;

    /// <summary>
    /// The decision without asking the database: that every entry is its org unit's next one, as the heads known from
    /// earlier commits say. Null where one is not, or where a head is not known: then the database must be asked.
    /// </summary>
    public static GroupDecision? Presume(IReadOnlyList<QueuedAppend> appends, IReadOnlyDictionary<string, long> known)
    {
        var heads = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var append in appends)
        {
            if (!known.TryGetValue(append.Entry.OrgUnit, out var head))
                return null;
            heads[append.Entry.OrgUnit] = head;
        }
        var presumed = new GroupDecision(heads, []);
        presumed.Decide(appends);
        return presumed._accepted.Count == appends.Count ? presumed : null;
    }

    public void Decide(IReadOnlyList<QueuedAppend> appends)
    {
        foreach (var append in appends)
            append.Outcome = Decide(append.Entry);
    }

    private AppendOutcome Decide(JournalEntry entry)
    {
        var name = (entry.OrgUnit, entry.SubmissionId);
        if (receipts.TryGetValue(name, out var receipt))
            return new AppendOutcome.Duplicate(receipt);
        var head = heads[entry.OrgUnit];
        if (entry.Sequence != head + 1)
            return new AppendOutcome.Fenced(head);
        heads[entry.OrgUnit] = entry.Sequence;
        receipts.Add(name, new SubmissionReceipt(entry.SubmissionId, entry.ContentHash, entry.Sequence, entry.AcceptedAt.ToUniversalTime()));
        _accepted.Add(entry);
        return AppendOutcome.Appended.Instance;
    }
}
