using System.Collections.Immutable;
using EduAnalytics.Contracts.Access;
using EduAnalytics.Domain.Access;
using EduAnalytics.Journal.Access;
using Orleans.Concurrency;

namespace EduAnalytics.Grains.Access;

/// <summary>The gateways' way to the store of access tokens.</summary>
[StatelessWorker]
internal sealed class AccessTokensGrain(IAccessTokenStore store) : Grain, IAccessTokensGrain
{
    public Task<ImmutableArray<AccessToken>> ChangedSince(long revision) => store.ChangedSinceAsync(revision, CancellationToken.None);

    public Task NoteUse(ImmutableArray<string> ids, DateTimeOffset at) => store.NoteUseAsync(ids, at, CancellationToken.None);
}
