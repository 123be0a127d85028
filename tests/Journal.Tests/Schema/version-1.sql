-- A journal as the first released schema wrote it. Never edited: it stands for the files that exist.
CREATE TABLE schema_version (
    version    INTEGER PRIMARY KEY,
    applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE entry (
    position      INTEGER PRIMARY KEY,
    org_unit      TEXT    NOT NULL,
    sequence      INTEGER NOT NULL CHECK (sequence > 0),
    submission_id TEXT    NOT NULL,
    content_hash  TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    accepted_at   INTEGER NOT NULL,
    payload       BLOB    NOT NULL,
    UNIQUE (org_unit, sequence),
    UNIQUE (org_unit, submission_id)
) STRICT;

CREATE TABLE snapshot (
    org_unit       TEXT    NOT NULL PRIMARY KEY,
    sequence       INTEGER NOT NULL CHECK (sequence >= 0),
    format_version INTEGER NOT NULL,
    measures       BLOB    NOT NULL,
    state          BLOB    NOT NULL
) STRICT;
INSERT INTO schema_version (version, applied_at) VALUES (1, 638519742000000000);
INSERT INTO entry (org_unit, sequence, submission_id, content_hash, kind, accepted_at, payload) VALUES
    ('230404-yifu-primary', 1, 'seed-2024', 'sha256:01', 'figures', 638519742000000000, X'0102'),
    ('230404-yifu-primary', 2, 'enrolment-1', 'sha256:02', 'students', 638519742000000001, X'03');
INSERT INTO snapshot (org_unit, sequence, format_version, measures, state) VALUES
    ('230404-yifu-primary', 1, 1, X'AA', X'BB');
