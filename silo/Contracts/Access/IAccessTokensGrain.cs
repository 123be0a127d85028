using System.Collections.Immutable;
using EduAnalytics.Domain.Access;

namespace EduAnalytics.Contracts.Access;

/// <summary>
/// The access tokens, for gateways, which do not know the store. It holds nothing, so every silo answers for itself,
/// asked at <see cref="Key"/>.
/// </summary>
[Alias("access-tokens")]
public interface IAccessTokensGrain : IGrainWithStringKey
{
    const string Key = "ACCESS-TOKENS";

    /// <summary>The tokens made or revoked after a revision, the newest change last; 0 for all.</summary>
    Task<ImmutableArray<AccessToken>> ChangedSince(long revision);

    /// <summary>Notes that these tokens have let someone in. A later moment already noted stays.</summary>
    Task NoteUse(ImmutableArray<string> ids, DateTimeOffset at);
}
