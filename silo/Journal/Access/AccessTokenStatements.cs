namespace EduAnalytics.Journal.Access;

/// <summary>The statements, alike in both databases but for the table's name.</summary>
internal sealed class AccessTokenStatements(string table)
{
    private const string Columns =
        "id, secret_hash, name, role, org_unit, created_at, expires_at, revoked_at, last_used_at, revision";

    public string Add { get; } =
        $"""
        INSERT INTO {table} (id, secret_hash, name, role, org_unit, created_at, expires_at, revision)
        VALUES (@id, @secret_hash, @name, @role, @org_unit, @created_at, @expires_at, (SELECT coalesce(max(revision), 0) + 1 FROM {table}))
        """;

    public string Revoke { get; } =
        $"""
        UPDATE {table} SET revoked_at = @at, revision = (SELECT max(revision) + 1 FROM {table})
        WHERE id = @id AND revoked_at IS NULL
        """;

    public string Find { get; } = $"SELECT {Columns} FROM {table} WHERE id = @id";

    public string ChangedSince { get; } = $"SELECT {Columns} FROM {table} WHERE revision > @revision ORDER BY revision";

    public string NoteUse { get; } =
        $"UPDATE {table} SET last_used_at = @at WHERE id = @id AND (last_used_at IS NULL OR last_used_at < @at)";
}
