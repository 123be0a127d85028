using System.Collections.Immutable;
using EduAnalytics.Contracts.Access;
using EduAnalytics.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Access.Tokens;

/// <summary>Asks a silo. The grain factory is looked for when it is needed: without sign-in it never is.</summary>
internal sealed class SiloTokens(IServiceProvider services) : ITokenFeed
{
    private IAccessTokensGrain Grain =>
        services.GetRequiredService<IGrainFactory>().GetGrain<IAccessTokensGrain>(IAccessTokensGrain.Key);

    public Task<ImmutableArray<AccessToken>> ChangedSinceAsync(long revision) => Grain.ChangedSince(revision);

    public Task NoteUseAsync(ImmutableArray<string> ids, DateTimeOffset at) => Grain.NoteUse(ids, at);
}
