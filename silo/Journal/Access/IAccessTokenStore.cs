using System.Collections.Immutable;
using EduAnalytics.Domain.Access;

namespace EduAnalytics.Journal.Access;

/// <summary>
/// The access tokens, in the journal's database and beside its entries. Unlike the journal it may be used by several
/// processes at once: tokens are made and revoked on the command line while the system runs.
/// </summary>
/// <remarks>Every member may throw <see cref="JournalUnavailableException"/>.</remarks>
public interface IAccessTokenStore : IDisposable
{
    /// <exception cref="ArgumentException">There is a token of this id.</exception>
    Task AddAsync(AccessToken token, CancellationToken ct);

    /// <returns>The token as it then stands, revoked now or before; null where there is none of this id.</returns>
    Task<AccessToken?> RevokeAsync(string id, DateTimeOffset at, CancellationToken ct);

    /// <summary>The tokens made or revoked after a revision, in the order of their changes; 0 for all. Never misses one.</summary>
    Task<ImmutableArray<AccessToken>> ChangedSinceAsync(long revision, CancellationToken ct);

    /// <summary>Notes when these tokens were used. It is no change: a revision stays what it was.</summary>
    Task NoteUseAsync(IReadOnlyCollection<string> ids, DateTimeOffset at, CancellationToken ct);
}
