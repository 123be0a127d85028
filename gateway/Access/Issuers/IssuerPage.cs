using EduAnalytics.Gateway.Access.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EduAnalytics.Gateway.Access.Issuers;

/// <summary>
/// Signing in at the issuer's own page, by the authorization code flow with PKCE (RFC 6749, RFC 7636). Whom it lets in is
/// decided by the access token that the code is given for, as if the reader had presented that token.
/// </summary>
internal static partial class IssuerPage
{
    /// <summary>Where the sign-in page's button leads.</summary>
    public const string Path = $"{SignInPage.SessionPath}/issuer";

    private const string IdToken = "id_token";

    /// <summary>
    /// The scheme exists only where an issuer knows us: the middleware makes every scheme that takes requests of its own at
    /// every request, and one without a client would fail them all.
    /// </summary>
    public static void Configure(IServiceCollection services)
    {
        services.TryAddTransient<OpenIdConnectHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddOptions<AuthenticationOptions>().Configure<IOptions<AccessOptions>>((authentication, access) =>
        {
            if (access.Value.HasIssuerPage)
                authentication.AddScheme<OpenIdConnectHandler>(AccessSchemes.IssuerPage, displayName: null);
        });
        services.AddOptions<OpenIdConnectOptions>(AccessSchemes.IssuerPage)
            .Configure<IOptions<AccessOptions>, TimeProvider>((page, access, time) => Configure(page, access.Value, time));
    }

    /// <param name="to">The page that the reader wants, an address of this site.</param>
    public static async Task SendAsync(HttpContext http, string to)
    {
        try
        {
            await http.ChallengeAsync(AccessSchemes.IssuerPage, new AuthenticationProperties { RedirectUri = to });
        }
        catch (InvalidOperationException unreachable)
        {
            Unreachable(LogOf(http), unreachable);
            SignInPage.SeeOther(http, SignInPage.AddressFor(to, "issuer"));
        }
    }

    /// <summary>Whether the session of a request began at the issuer's page.</summary>
    public static async Task<bool> HasSignedInAsync(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value.HasIssuerPage
        && await http.GetTokenAsync(AccessSchemes.Session, IdToken) is not null;

    /// <summary>Ends the issuer's session too: else the next reader at this machine would be let in by one click.</summary>
    /// <returns>False, with nothing answered, where the issuer has no page for it or is out of reach.</returns>
    public static async Task<bool> TrySignOutAsync(HttpContext http)
    {
        try
        {
            await http.SignOutAsync(AccessSchemes.IssuerPage, new AuthenticationProperties { RedirectUri = SignInPage.Path });
        }
        catch (InvalidOperationException unreachable)
        {
            Unreachable(LogOf(http), unreachable);
            return false;
        }
        if (http.Response.Headers.Location is not [{ Length: > 0 } address, ..])
            return false;
        await PassagePage.WriteAsync(http, address);
        return true;
    }

    private static void Configure(OpenIdConnectOptions page, AccessOptions access, TimeProvider time)
    {
        page.Authority = access.Authority;
        page.ClientId = access.ClientId;
        page.ClientSecret = access.ClientSecret.Length == 0 ? null : access.ClientSecret;
        page.RequireHttpsMetadata = IssuerTokens.NeedsHttps(access);
        page.ResponseType = OpenIdConnectResponseType.Code;
        page.UsePkce = true;

        // Answered by a GET, along which the browser sends Lax cookies; a form from another site would need them without limit.
        page.ResponseMode = OpenIdConnectResponseMode.Query;
        page.CorrelationCookie.SameSite = page.NonceCookie.SameSite = SameSiteMode.Lax;
        page.CorrelationCookie.SecurePolicy = page.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        page.CallbackPath = $"{Path}/back";
        page.SignedOutCallbackPath = $"{Path}/ended";
        page.RemoteSignOutPath = $"{Path}/withdrawn";
        page.SignInScheme = AccessSchemes.Session;
        page.MapInboundClaims = false;
        page.GetClaimsFromUserInfoEndpoint = false;
        page.TimeProvider = time;
        page.Scope.Clear();
        foreach (var scope in access.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            page.Scope.Add(scope);
        page.TokenValidationParameters = new TokenValidationParameters { ValidAlgorithms = IssuerTokens.Algorithms, RequireSignedTokens = true };
        page.Events = new OpenIdConnectEvents
        {
            OnTokenValidated = JudgeAsync,
            OnTicketReceived = BeginAsync,
            OnAccessDenied = denied => BackAsync(denied.HttpContext, denied.Properties, "issuer", denied.HandleResponse),
            OnRemoteFailure = failed =>
            {
                Failed(LogOf(failed.HttpContext), failed.Failure);
                return BackAsync(failed.HttpContext, failed.Properties, failed.Failure is UnusableClaimsException ? "role" : "issuer", failed.HandleResponse);
            },
        };
    }

    private static async Task JudgeAsync(TokenValidatedContext validated)
    {
        var tokens = validated.HttpContext.RequestServices.GetRequiredService<PresentedTokens>();
        var judged = await tokens.JudgeAsync(validated.TokenEndpointResponse?.AccessToken ?? "");
        if (judged.Principal is { } holder)
        {
            validated.Principal = holder;
            validated.Properties!.StoreTokens([new AuthenticationToken { Name = IdToken, Value = validated.TokenEndpointResponse!.IdToken }]);
        }
        else
            validated.Fail(judged.Failure as UnusableClaimsException ?? new UnusableClaimsException($"The access token that the issuer gave is not good here. {judged.Failure?.Message}"));
    }

    private static async Task BeginAsync(TicketReceivedContext received)
    {
        var kept = new AuthenticationProperties();
        kept.StoreTokens(received.Properties!.GetTokens());
        await ReaderSession.BeginAsync(received.HttpContext, received.Principal!, kept);
        await PassagePage.WriteAsync(received.HttpContext, SignInPage.LocalOrStart(received.ReturnUri));
        received.HandleResponse();
    }

    private static Task BackAsync(HttpContext http, AuthenticationProperties? asked, string reason, Action handled)
    {
        SignInPage.SeeOther(http, SignInPage.AddressFor(SignInPage.LocalOrStart(asked?.RedirectUri), reason));
        handled();
        return Task.CompletedTask;
    }

    private static ILogger LogOf(HttpContext http) =>
        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(IssuerPage).FullName!);

    [LoggerMessage(Level = LogLevel.Error, Message = "The OpenID Connect issuer cannot be reached, so nobody can sign in at its page.")]
    private static partial void Unreachable(ILogger log, Exception reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A reader came back from the issuer's page and could not be let in.")]
    private static partial void Failed(ILogger log, Exception? reason);
}
