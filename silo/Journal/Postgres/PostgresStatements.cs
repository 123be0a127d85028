namespace EduAnalytics.Journal.Postgres;

/// <summary>Every statement but the schema's. Parameters are numbered as their values are bound.</summary>
internal static class PostgresStatements
{
    /// <summary>One upgrades at a time, of however many silos start; held until its connection closes.</summary>
    public const string LockForUpgrade = "SELECT pg_advisory_lock(hashtext('journal.schema_version'))";

    /// <summary>
    /// A server or role may be set to acknowledge before its disk has the commit; the journal must not. What waits for
    /// more than the local disk stays as it is.
    /// </summary>
    public const string WaitForDisk =
        "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local');";

    public const string SurvivesPowerLoss = "SELECT current_setting('fsync')::boolean";

    public const string CopyEntries =
        """
        COPY journal.entry (org_unit, sequence, submission_id, content_hash, kind, accepted_at, payload)
        FROM STDIN (FORMAT BINARY)
        """;

    public const string ReadHeads =
        """
        SELECT asked.org_unit, (SELECT coalesce(max(sequence), 0) FROM journal.entry WHERE entry.org_unit = asked.org_unit)
        FROM unnest($1::text[]) AS asked (org_unit)
        """;

    public const string FindSubmissions =
        """
        SELECT entry.org_unit, submission_id, content_hash, sequence, accepted_at
        FROM unnest($1::text[], $2::text[]) AS asked (org_unit, submission_id) JOIN journal.entry USING (org_unit, submission_id)
        """;

    /// <summary>Writes nothing where the snapshot is older than the stored one or ahead of the head; answers the head.</summary>
    public const string UpsertSnapshot =
        """
        WITH head AS (SELECT coalesce(max(sequence), 0) AS sequence FROM journal.entry WHERE org_unit = $1),
        written AS (
            INSERT INTO journal.snapshot AS stored (org_unit, sequence, format_version, measures, state)
            SELECT $1, $2, $3, $4, $5 FROM head WHERE $2 <= head.sequence
            ON CONFLICT (org_unit) DO UPDATE SET
                sequence = excluded.sequence, format_version = excluded.format_version,
                measures = excluded.measures, state = excluded.state
            WHERE excluded.sequence >= stored.sequence)
        SELECT sequence FROM head
        """;

    /// <summary>
    /// The rows of one page: by number, so that the scan ends, and by size ($3, with $4 for what a row costs beside its
    /// payload). The length of a payload is known without reading it. At least one row, however large.
    /// </summary>
    public const string ReadPage =
        """
        SELECT org_unit, sequence, submission_id, content_hash, kind, accepted_at, payload
        FROM (
            SELECT *, sum(octet_length(payload) + $4) OVER (ORDER BY sequence) - octet_length(payload) - $4 AS bytes_before
            FROM (SELECT * FROM journal.entry WHERE org_unit = $1 AND sequence > $2 ORDER BY sequence LIMIT 2048) AS next
        ) AS page
        WHERE bytes_before < $3 ORDER BY sequence
        """;

    public const string FindSubmission =
        "SELECT submission_id, content_hash, sequence, accepted_at FROM journal.entry WHERE org_unit = $1 AND submission_id = $2";

    public const string ReadSnapshot =
        "SELECT org_unit, sequence, format_version, measures, state FROM journal.snapshot WHERE org_unit = $1";

    public const string ReadRows =
        """
        SELECT asked.org_unit, (SELECT coalesce(max(sequence), 0) FROM journal.entry WHERE entry.org_unit = asked.org_unit),
               snapshot.sequence, snapshot.format_version, snapshot.measures
        FROM unnest($1::text[]) WITH ORDINALITY AS asked (org_unit, place)
        LEFT JOIN journal.snapshot ON snapshot.org_unit = asked.org_unit
        ORDER BY asked.place
        """;

    /// <summary>The first entry accepted later ends the past, wherever the clock stood after it, so entries are passed in their sequence.</summary>
    public const string ReadRowsUntil =
        """
        WITH past AS MATERIALIZED (
            SELECT asked.place, asked.org_unit,
                   coalesce(
                       (SELECT sequence - 1 FROM journal.entry WHERE entry.org_unit = asked.org_unit AND accepted_at > $2 ORDER BY sequence LIMIT 1),
                       (SELECT max(sequence) FROM journal.entry WHERE entry.org_unit = asked.org_unit), 0) AS head
            FROM unnest($1::text[]) WITH ORDINALITY AS asked (org_unit, place))
        SELECT past.org_unit, past.head, snapshot.sequence, snapshot.format_version, snapshot.measures
        FROM past LEFT JOIN journal.snapshot ON snapshot.org_unit = past.org_unit AND snapshot.sequence = past.head
        ORDER BY past.place
        """;

    public const string IsEmpty = "SELECT NOT EXISTS (SELECT FROM journal.entry)";
}
