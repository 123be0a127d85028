using EduAnalytics.Journal.Groups;
using Npgsql;

namespace EduAnalytics.Journal.Postgres;

/// <summary>
/// Writes groups by COPY. Where each entry follows the last one that this writer committed for its org unit, nothing is
/// asked beforehand; the unique keys refuse the rest, and then it is looked at closely.
/// </summary>
internal sealed class PostgresWriter(PostgresDatabase database) : IStoreWriter
{
    /// <summary>Several silos may race for the same keys in turn; more often means that something else is wrong.</summary>
    private const int MostRaces = 3;

    private readonly Dictionary<string, long> _heads = new(StringComparer.Ordinal);
    private PostgresSession? _session;

    public string SystemName => "postgresql";

    public void Commit(WriteGroup group)
    {
        var isOld = _session is not null;
        for (var races = 0; ;)
        {
            _session ??= new PostgresSession(database.OpenWriter());
            try
            {
                Commit(_session, group, asks: races > 0);
                return;
            }
            catch (PostgresException race) when (race.IsRace() && races < MostRaces)
            {
                races++;
            }
            // Nothing can have been committed, so that the senders need not hear of a connection that had gone stale.
            catch (NpgsqlException stale) when (isOld && !_session.CommitSent && stale.IsStaleConnection())
            {
                isOld = false;
                Abandon();
            }
        }
    }

    /// <summary>With the connection goes what was known over it: nobody can say what became of its last commit.</summary>
    public void Abandon()
    {
        _heads.Clear();
        _session?.Dispose();
        _session = null;
    }

    public JournalUnavailableException? Recognise(Exception cause) => (cause as NpgsqlException)?.ToJournalFault();

    public void Dispose()
    {
        Abandon();
        database.Dispose();
    }

    private void Commit(PostgresSession session, WriteGroup group, bool asks)
    {
        var presumed = asks ? null : GroupDecision.Presume(group.Appends, _heads);
        using var transaction = session.Begin();
        var decision = presumed ?? session.Look(group.Appends);
        if (presumed is null)
            decision.Decide(group.Appends);
        if (decision.Accepted.Count > 0)
            session.Copy(decision.Accepted);
        if (group.Snapshots.Count > 0)
            session.Write(group.Snapshots);
        session.Commit(transaction);
        foreach (var (orgUnit, head) in decision.Heads)
            _heads[orgUnit] = head;
    }
}
