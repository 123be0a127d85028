namespace EduAnalytics.Journal.Tests;

// The contract, held against each store.
public sealed class FencingOnSqlite() : FencingTests(new OnSqlite());

public sealed class FencingOnPostgres(OnPostgres postgres) : FencingTests(postgres);

public sealed class GroupCommitOnSqlite() : GroupCommitTests(new OnSqlite());

public sealed class GroupCommitOnPostgres(OnPostgres postgres) : GroupCommitTests(postgres);

public sealed class ReplayOnSqlite() : ReplayTests(new OnSqlite());

public sealed class ReplayOnPostgres(OnPostgres postgres) : ReplayTests(postgres);

public sealed class SnapshotsOnSqlite() : SnapshotTests(new OnSqlite());

public sealed class SnapshotsOnPostgres(OnPostgres postgres) : SnapshotTests(postgres);

public sealed class SubmissionsOnSqlite() : SubmissionTests(new OnSqlite());

public sealed class SubmissionsOnPostgres(OnPostgres postgres) : SubmissionTests(postgres);

public sealed class AccessTokensOnSqlite() : AccessTokenTests(new OnSqlite());

public sealed class AccessTokensOnPostgres(OnPostgres postgres) : AccessTokenTests(postgres);

public sealed class FaultsOnSqlite() : FaultTests(new OnSqlite());

public sealed class FaultsOnPostgres(OnPostgres postgres) : FaultTests(postgres);
