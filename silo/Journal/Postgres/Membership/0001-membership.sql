-- Who is a silo of which cluster. The tables are ours; the runtime knows only the statements below, which it reads from
-- the table orleansquery by their keys and runs with parameters by name. A statement answers under the column names that
-- the runtime asks for, and what changes membership does so in one statement: the version moves on, or nothing happens.
CREATE SCHEMA cluster;

CREATE TABLE cluster.schema_version (
    version    integer PRIMARY KEY,
    applied_at bigint NOT NULL             -- UTC ticks of 100 ns
);

CREATE TABLE cluster.orleansquery (
    querykey  text PRIMARY KEY,
    querytext text NOT NULL
);

-- One row a cluster. Its version is the lock: whoever read it may change the members once.
CREATE TABLE cluster.membership (
    cluster    text COLLATE "C" PRIMARY KEY,
    version    integer     NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT now()
);

-- One row for each start of a silo: the generation tells one start from the next at the same address.
CREATE TABLE cluster.silo (
    cluster       text COLLATE "C" NOT NULL REFERENCES cluster.membership ON DELETE CASCADE,
    address       text             NOT NULL,
    port          integer          NOT NULL,
    generation    integer          NOT NULL,
    name          text             NOT NULL,
    host          text             NOT NULL,
    status        integer          NOT NULL, -- 3 is active, 6 is dead
    client_port   integer          NOT NULL, -- 0 where clients cannot connect
    suspicions    text,                      -- who took the silo for dead, and when; in the runtime's own writing
    started_at    timestamptz      NOT NULL,
    seen_alive_at timestamptz      NOT NULL,
    PRIMARY KEY (cluster, address, port, generation)
);

INSERT INTO cluster.orleansquery (querykey, querytext) VALUES
('InsertMembershipVersionKey', $statement$
    WITH made AS (INSERT INTO cluster.membership (cluster) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING cluster)
    SELECT EXISTS (SELECT FROM made)
$statement$),
('InsertMembershipKey', $statement$
    WITH raised AS (
        UPDATE cluster.membership SET version = version + 1, changed_at = now()
        WHERE cluster = @DeploymentId AND version = @Version AND NOT EXISTS (
            SELECT FROM cluster.silo
            WHERE silo.cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING cluster),
    joined AS (
        INSERT INTO cluster.silo (cluster, address, port, generation, name, host, status, client_port, started_at, seen_alive_at)
        SELECT cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM raised
        RETURNING cluster)
    SELECT EXISTS (SELECT FROM joined)
$statement$),
('UpdateMembershipKey', $statement$
    WITH raised AS (
        UPDATE cluster.membership SET version = version + 1, changed_at = now()
        WHERE cluster = @DeploymentId AND version = @Version AND EXISTS (
            SELECT FROM cluster.silo
            WHERE silo.cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING cluster),
    changed AS (
        UPDATE cluster.silo SET status = @Status, suspicions = @SuspectTimes, seen_alive_at = @IAmAliveTime
        FROM raised
        WHERE silo.cluster = raised.cluster AND address = @Address AND port = @Port AND generation = @Generation
        RETURNING silo.cluster)
    SELECT EXISTS (SELECT FROM changed)
$statement$),
('UpdateIAmAlivetimeKey', $statement$
    UPDATE cluster.silo SET seen_alive_at = @IAmAliveTime
    WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$statement$),
('MembershipReadRowKey', $statement$
    SELECT membership.version AS Version, address AS Address, port AS Port, generation AS Generation, name AS SiloName, host AS HostName,
           status AS Status, client_port AS ProxyPort, suspicions AS SuspectTimes, started_at AS StartTime, seen_alive_at AS IAmAliveTime
    FROM cluster.membership
    LEFT JOIN cluster.silo ON silo.cluster = membership.cluster AND address = @Address AND port = @Port AND generation = @Generation
    WHERE membership.cluster = @DeploymentId
$statement$),
('MembershipReadAllKey', $statement$
    SELECT membership.version AS Version, address AS Address, port AS Port, generation AS Generation, name AS SiloName, host AS HostName,
           status AS Status, client_port AS ProxyPort, suspicions AS SuspectTimes, started_at AS StartTime, seen_alive_at AS IAmAliveTime
    FROM cluster.membership LEFT JOIN cluster.silo USING (cluster)
    WHERE membership.cluster = @DeploymentId
$statement$),
('GatewaysQueryKey', $statement$
    SELECT address AS Address, client_port AS ProxyPort, generation AS Generation
    FROM cluster.silo
    WHERE cluster = @DeploymentId AND status = @Status AND client_port > 0
$statement$),
('DeleteMembershipTableEntriesKey', $statement$
    DELETE FROM cluster.membership WHERE cluster = @DeploymentId
$statement$),
('CleanupDefunctSiloEntriesKey', $statement$
    DELETE FROM cluster.silo WHERE cluster = @DeploymentId AND status = 6 AND seen_alive_at < @IAmAliveTime
$statement$),
('CleanupDefunctSiloEntryKey', $statement$
    DELETE FROM cluster.silo
    WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation AND status = 6
      AND started_at = @StartTime AND seen_alive_at = @IAmAliveTime AND suspicions IS NOT DISTINCT FROM @SuspectTimes
$statement$);
