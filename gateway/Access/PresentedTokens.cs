using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Access;

/// <summary>Judges a token that came by another way than a request's header, exactly as it would be judged there.</summary>
internal sealed class PresentedTokens(IServiceScopeFactory scopes)
{
    /// <param name="token">The text, without the word Bearer.</param>
    /// <returns>Whom it lets in; null for nobody.</returns>
    public async Task<ClaimsPrincipal?> AuthenticateAsync(string token) => (await JudgeAsync(token)).Principal;

    /// <summary>The same with the reason why not.</summary>
    public async Task<AuthenticateResult> JudgeAsync(string token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var request = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        request.Request.Headers.Authorization = BearerText.Of(token);
        return await request.AuthenticateAsync(AccessSchemes.Any);
    }
}
