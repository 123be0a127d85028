-- revision counts the changes of all tokens. Unique, so that two programs cannot make the same one: whoever reads 'what
-- changed after N' misses nothing.
CREATE TABLE journal.access_token (
    id           text COLLATE "C" PRIMARY KEY,
    secret_hash  text   NOT NULL,
    name         text   NOT NULL,
    role         text   NOT NULL,
    org_unit     text,                     -- NULL: all units
    created_at   bigint NOT NULL,          -- UTC ticks of 100 ns, as are the times below
    expires_at   bigint,
    revoked_at   bigint,
    last_used_at bigint,
    revision     bigint NOT NULL UNIQUE
);
