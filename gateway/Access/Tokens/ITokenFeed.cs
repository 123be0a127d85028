using System.Collections.Immutable;
using EduAnalytics.Domain.Access;

namespace EduAnalytics.Gateway.Access.Tokens;

/// <summary>Where the gateway learns which tokens there are.</summary>
internal interface ITokenFeed
{
    /// <summary>The tokens made or revoked after a revision, the newest change last; 0 for all.</summary>
    Task<ImmutableArray<AccessToken>> ChangedSinceAsync(long revision);

    Task NoteUseAsync(ImmutableArray<string> ids, DateTimeOffset at);
}
