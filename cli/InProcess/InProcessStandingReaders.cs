using System.Security.Claims;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Gateway.Transport.InProcess;
using Microsoft.AspNetCore.Components.Authorization;

namespace EduAnalytics.Cli.InProcess;

/// <summary>
/// Readers by all that their sign-in says of them. The same token in two browsers is one reader; two tokens are two, though
/// their rights may be alike, since each of them can be revoked by itself.
/// </summary>
internal sealed class InProcessStandingReaders(InProcessOperations operations, AuthenticationStateProvider reader) : IStandingReaders
{
    public async Task<StandingReader> Current()
    {
        var state = await reader.GetAuthenticationStateAsync();
        return new StandingReader(KeyOf(state.User), new InProcessGraphQLClient(operations, new FixedReader(state)));
    }

    private static string KeyOf(ClaimsPrincipal user) => user.Identity is not { IsAuthenticated: true }
        ? string.Empty
        : string.Join('\n', user.Claims.Select(claim => $"{claim.Type.Length}:{claim.Type}={claim.Value.Length}:{claim.Value}").Order(StringComparer.Ordinal));

    /// <summary>The reader as it was; whether its right still holds the gateway asks anew each time.</summary>
    private sealed class FixedReader(AuthenticationState state) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(state);
    }
}
