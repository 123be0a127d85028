-- revision counts the changes of all tokens. Unique, so that two programs cannot make the same one: whoever reads 'what
-- changed after N' misses nothing.
CREATE TABLE access_token (
    id           TEXT    NOT NULL PRIMARY KEY,
    secret_hash  TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    role         TEXT    NOT NULL,
    org_unit     TEXT,                     -- NULL: all units
    created_at   INTEGER NOT NULL,         -- UTC ticks of 100 ns, as are the times below
    expires_at   INTEGER,
    revoked_at   INTEGER,
    last_used_at INTEGER,
    revision     INTEGER NOT NULL UNIQUE
) STRICT;
