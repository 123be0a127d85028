CREATE TABLE schema_version (
    version    INTEGER PRIMARY KEY,
    applied_at INTEGER NOT NULL            -- UTC ticks of 100 ns
) STRICT;

-- Small columns before the payload: SQLite reads a row from the left and leaves the rest on disk, so that a receipt
-- costs one page whatever the payload's size. The key is a plain rowid: entries go to the end of the file in the
-- order of their commits, and only the two narrow indexes are written in the middle.
CREATE TABLE entry (
    position      INTEGER PRIMARY KEY,
    org_unit      TEXT    NOT NULL,
    sequence      INTEGER NOT NULL CHECK (sequence > 0),
    submission_id TEXT    NOT NULL,
    content_hash  TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    accepted_at   INTEGER NOT NULL,        -- UTC ticks of 100 ns
    payload       BLOB    NOT NULL,
    UNIQUE (org_unit, sequence),
    UNIQUE (org_unit, submission_id)
) STRICT;

-- The measures before the state, for the same reason: a parent reads the measures of hundreds of children.
CREATE TABLE snapshot (
    org_unit       TEXT    NOT NULL PRIMARY KEY,
    sequence       INTEGER NOT NULL CHECK (sequence >= 0),
    format_version INTEGER NOT NULL,
    measures       BLOB    NOT NULL,
    state          BLOB    NOT NULL
) STRICT;
