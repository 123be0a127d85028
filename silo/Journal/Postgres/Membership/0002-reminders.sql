-- What the runtime reminds grains of, whoever holds them by then. Like membership: the table is ours, and the runtime knows
-- only the statements, which it reads by their keys, and the names of their parameters and columns.
CREATE TABLE cluster.reminder (
    service    text COLLATE "C" NOT NULL,
    grain      text COLLATE "C" NOT NULL,
    name       text COLLATE "C" NOT NULL,
    first_at   timestamptz NOT NULL,
    every      bigint      NOT NULL, -- milliseconds
    grain_hash integer     NOT NULL, -- where on the ring of silos the grain stands, and so which of them reminds it
    version    integer     NOT NULL, -- moves on with every change
    PRIMARY KEY (service, grain, name)
);

-- A silo reads those of its part of the ring when it starts, and when another comes or goes.
CREATE INDEX reminder_by_hash ON cluster.reminder (service, grain_hash);

INSERT INTO cluster.orleansquery (querykey, querytext) VALUES
('UpsertReminderRowKey', $statement$
    INSERT INTO cluster.reminder AS known (service, grain, name, first_at, every, grain_hash, version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (service, grain, name) DO UPDATE
    SET first_at = excluded.first_at, every = excluded.every, grain_hash = excluded.grain_hash, version = known.version + 1
    RETURNING version AS Version
$statement$),
('ReadReminderRowsKey', $statement$
    SELECT grain AS GrainId, name AS ReminderName, first_at AS StartTime, every AS Period, version AS Version
    FROM cluster.reminder
    WHERE service = @ServiceId AND grain = @GrainId
$statement$),
('ReadReminderRowKey', $statement$
    SELECT grain AS GrainId, name AS ReminderName, first_at AS StartTime, every AS Period, version AS Version
    FROM cluster.reminder
    WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName
$statement$),
('ReadRangeRows1Key', $statement$
    SELECT grain AS GrainId, name AS ReminderName, first_at AS StartTime, every AS Period, version AS Version
    FROM cluster.reminder
    WHERE service = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash
$statement$),
('ReadRangeRows2Key', $statement$
    SELECT grain AS GrainId, name AS ReminderName, first_at AS StartTime, every AS Period, version AS Version
    FROM cluster.reminder
    WHERE service = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)
$statement$),
('DeleteReminderRowKey', $statement$
    WITH gone AS (
        DELETE FROM cluster.reminder
        WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName AND version = @Version
        RETURNING name)
    SELECT EXISTS (SELECT FROM gone)
$statement$),
('DeleteReminderRowsKey', $statement$
    DELETE FROM cluster.reminder WHERE service = @ServiceId
$statement$);
