using System.Collections.Immutable;
using System.Data.Common;
using EduAnalytics.Domain.Access;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Journal.Access;

/// <summary>The access tokens over a database: what is the same whichever database it is.</summary>
/// <remarks>
/// Every call takes a connection of its own: writes come a few times a day, and must not wait behind the journal's. They
/// run on the pool, since SQLite has no asynchronous interface and a grain's scheduler is to go on.
/// </remarks>
internal sealed class StoredAccessTokens(TokenDatabase database) : IAccessTokenStore
{
    /// <summary>Two programs that change tokens at the same moment meet once; more often means that something else is wrong.</summary>
    private const int MostTries = 20;

    private readonly AccessTokenStatements statements = new(database.Table);

    public Task AddAsync(AccessToken token, CancellationToken ct) => Write(connection => Execute(
        connection,
        statements.Add,
        ("id", token.Id),
        ("secret_hash", token.SecretHash),
        ("name", token.Name),
        ("role", token.Role),
        ("org_unit", token.Unit?.Code),
        ("created_at", token.CreatedAt.UtcTicks),
        ("expires_at", token.ExpiresAt?.UtcTicks)), ct);

    public Task<AccessToken?> RevokeAsync(string id, DateTimeOffset at, CancellationToken ct) => Write(
        connection =>
        {
            Execute(connection, statements.Revoke, ("id", id), ("at", at.UtcTicks));
            return Read(connection, statements.Find, ("id", id)) is [var token] ? token : null;
        },
        ct);

    public Task<ImmutableArray<AccessToken>> ChangedSinceAsync(long revision, CancellationToken ct) => Task.Run(
        () => Translated(() =>
        {
            using var connection = database.OpenReader();
            return Read(connection, statements.ChangedSince, ("revision", revision));
        }),
        ct);

    public Task NoteUseAsync(IReadOnlyCollection<string> ids, DateTimeOffset at, CancellationToken ct) => Write(
        connection =>
        {
            using var transaction = connection.BeginTransaction();
            foreach (var id in ids)
                Execute(connection, transaction, statements.NoteUse, ("id", id), ("at", at.UtcTicks));
            transaction.Commit();
            return ids.Count;
        },
        ct);

    public void Dispose() => database.Close();

    private Task<T> Write<T>(Func<DbConnection, T> write, CancellationToken ct) => Task.Run(
        () => Translated(() =>
        {
            using var connection = database.OpenWriter();
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return write(connection);
                }
                catch (DbException race) when (database.IsRace(race) && tries < MostTries)
                {
                    // Another program made the next revision first.
                }
            }
        }),
        ct);

    private T Translated<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (DbException cause)
        {
            throw database.ToFault(cause);
        }
    }

    private static int Execute(DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Execute(connection, null, sql, values);

    private static int Execute(
        DbConnection connection, DbTransaction? transaction, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, sql, values);
        command.Transaction = transaction;
        return command.ExecuteNonQuery();
    }

    private static ImmutableArray<AccessToken> Read(
        DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(connection, sql, values);
        using var rows = command.ExecuteReader();
        var tokens = ImmutableArray.CreateBuilder<AccessToken>();
        while (rows.Read())
            tokens.Add(ToToken(rows));
        return tokens.ToImmutable();
    }

    private static DbCommand Command(DbConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{name}";
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static AccessToken ToToken(DbDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.IsDBNull(4) ? null : OrgUnitId.Parse(row.GetString(4)),
        new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero),
        Moment(row, 6))
    {
        RevokedAt = Moment(row, 7),
        LastUsedAt = Moment(row, 8),
        Revision = row.GetInt64(9),
    };

    private static DateTimeOffset? Moment(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : new DateTimeOffset(row.GetInt64(column), TimeSpan.Zero);
}
