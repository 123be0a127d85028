namespace EduAnalytics.Journal.Sqlite;

/// <summary>Every statement but the schema's. Parameters are numbered as their values are bound.</summary>
internal static class Statements
{
    /// <summary>IMMEDIATE takes the write lock at once: a later upgrade from reader to writer could fail half-way.</summary>
    public const string Begin = "BEGIN IMMEDIATE";

    public const string Commit = "COMMIT";

    public const string ReadHead = "SELECT coalesce(max(sequence), 0) FROM entry WHERE org_unit = $1";

    public const string FindSubmission =
        "SELECT submission_id, content_hash, sequence, accepted_at FROM entry WHERE org_unit = $1 AND submission_id = $2";

    /// <summary>
    /// For an entry that follows its org unit's head. Writes nothing when its submission id is taken, or its sequence by a
    /// program that nobody foresaw.
    /// </summary>
    public const string InsertEntry =
        """
        INSERT INTO entry (org_unit, sequence, submission_id, content_hash, kind, accepted_at, payload)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING
        """;

    public const string UpsertSnapshot =
        """
        INSERT INTO snapshot (org_unit, sequence, format_version, measures, state) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (org_unit) DO UPDATE SET
            sequence = excluded.sequence, format_version = excluded.format_version,
            measures = excluded.measures, state = excluded.state
        WHERE excluded.sequence >= snapshot.sequence
        """;

    public const string ReplayEntries =
        """
        SELECT org_unit, sequence, submission_id, content_hash, kind, accepted_at, payload FROM entry
        WHERE org_unit = $1 AND sequence > $2 ORDER BY sequence
        """;

    public const string ReadSnapshot =
        "SELECT org_unit, sequence, format_version, measures, state FROM snapshot WHERE org_unit = $1";

    /// <summary>The codes come as one JSON array, since the number of parameters of a statement is limited.</summary>
    public const string ReadRows =
        """
        SELECT asked.value, (SELECT coalesce(max(sequence), 0) FROM entry WHERE org_unit = asked.value),
               snapshot.sequence, snapshot.format_version, snapshot.measures
        FROM json_each($1) AS asked LEFT JOIN snapshot ON snapshot.org_unit = asked.value
        ORDER BY asked.key
        """;

    /// <summary>
    /// The first entry accepted later ends the past, wherever the clock stood after it, so entries are passed in their
    /// sequence. Materialised, or the head would be sought again for the join.
    /// </summary>
    public const string ReadRowsUntil =
        """
        WITH past AS MATERIALIZED (
            SELECT asked.key AS place, asked.value AS org_unit,
                   coalesce(
                       (SELECT sequence - 1 FROM entry WHERE org_unit = asked.value AND accepted_at > $2 ORDER BY sequence LIMIT 1),
                       (SELECT max(sequence) FROM entry WHERE org_unit = asked.value), 0) AS head
            FROM json_each($1) AS asked)
        SELECT past.org_unit, past.head, snapshot.sequence, snapshot.format_version, snapshot.measures
        FROM past LEFT JOIN snapshot ON snapshot.org_unit = past.org_unit AND snapshot.sequence = past.head
        ORDER BY past.place
        """;

    public const string IsEmpty = "SELECT NOT EXISTS (SELECT 1 FROM entry)";
}
