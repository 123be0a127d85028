-- A schema of its own: the same database may hold the cluster's tables too. Text compares by code point ("C"), as
-- SQLite does it, whatever the server's locale.
CREATE SCHEMA journal;

CREATE TABLE journal.schema_version (
    version    integer PRIMARY KEY,
    applied_at bigint NOT NULL             -- UTC ticks of 100 ns
);

CREATE TABLE journal.entry (
    org_unit      text COLLATE "C" NOT NULL,
    sequence      bigint           NOT NULL CHECK (sequence > 0),
    submission_id text COLLATE "C" NOT NULL,
    content_hash  text             NOT NULL,
    kind          text             NOT NULL,
    accepted_at   bigint           NOT NULL, -- UTC ticks of 100 ns; a timestamptz would cut to microseconds
    payload       bytea            NOT NULL,
    PRIMARY KEY (org_unit, sequence),
    UNIQUE (org_unit, submission_id)
);

CREATE TABLE journal.snapshot (
    org_unit       text COLLATE "C" PRIMARY KEY,
    sequence       bigint  NOT NULL CHECK (sequence >= 0),
    format_version integer NOT NULL,
    measures       bytea   NOT NULL,
    state          bytea   NOT NULL
);
