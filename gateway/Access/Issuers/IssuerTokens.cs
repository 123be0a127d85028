using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace EduAnalytics.Gateway.Access.Issuers;

/// <summary>Lets in whoever presents an access token of the configured OpenID Connect issuer.</summary>
internal static class IssuerTokens
{
    /// <summary>
    /// Signatures that only the issuer can make. Without the list a token could choose: none at all, or one keyed with the
    /// issuer's public key.
    /// </summary>
    public static IReadOnlyList<string> Algorithms { get; } =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>For clocks that differ: a token may be a little too new, never too old.</summary>
    private static readonly TimeSpan early = TimeSpan.FromMinutes(1);

    public static void Configure(IServiceCollection services) => services
        .AddOptions<JwtBearerOptions>(AccessSchemes.Issuer)
        .Configure<IOptions<AccessOptions>, TimeProvider>((bearer, access, time) => Configure(bearer, access.Value, time));

    /// <summary>Everywhere but on this machine.</summary>
    public static bool NeedsHttps(AccessOptions access) =>
        !(Uri.TryCreate(access.Authority, UriKind.Absolute, out var address) && address.IsLoopback);

    private static void Configure(JwtBearerOptions bearer, AccessOptions access, TimeProvider time)
    {
        if (!access.HasIssuer)
            return;
        bearer.Authority = access.Authority;
        bearer.RequireHttpsMetadata = NeedsHttps(access);
        bearer.MapInboundClaims = false;
        bearer.SaveToken = false;
        bearer.TimeProvider = time;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = access.Audience,
            ValidAlgorithms = Algorithms,
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => HoldsAt(time.GetUtcNow().UtcDateTime, from, until),
        };
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = validated =>
            {
                if (ClaimedCaller.TryRead(validated.Principal!, access, out var caller, out var problem))
                    validated.Principal = CallerIdentity.Make(AccessSchemes.Issuer, $"issuer:{ClaimedCaller.SubjectOf(validated.Principal!)}", caller, token: null);
                else
                    validated.Fail(new UnusableClaimsException(problem));
                return Task.CompletedTask;
            },
            OnChallenge = challenge =>
            {
                challenge.ErrorDescription = TokenRefusal.Describe(challenge.AuthenticateFailure, access) ?? challenge.ErrorDescription;
                return Task.CompletedTask;
            },
        };
    }

    private static bool HoldsAt(DateTime now, DateTime? from, DateTime? until) =>
        until is { } end && now < end && (from is not { } begin || now + early >= begin);
}
