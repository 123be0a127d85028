using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EduAnalytics.Gateway.Tests.SignIn;

/// <summary>An OpenID Connect issuer as far as a gateway needs one: discovery, keys, signed tokens.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "edu-analytics";

    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);

    private TestIssuer(WebApplication app)
    {
        _app = app;
        Key = new RsaSecurityKey(_rsa) { KeyId = "key-1" };
    }

    public RsaSecurityKey Key { get; }

    public string Address => _app.Urls.Single();

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var issuer = new TestIssuer(app);
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = issuer.Address, jwks_uri = $"{issuer.Address}/keys" }));
        app.MapGet("/keys", () =>
        {
            var key = issuer._rsa.ExportParameters(includePrivateParameters: false);
            return Results.Json(new
            {
                keys = new[]
                {
                    new { kty = "RSA", use = "sig", kid = "key-1", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) },
                },
            });
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    /// <summary>What a good token says; a test changes what it is about.</summary>
    public SecurityTokenDescriptor Good(DateTimeOffset now) => new()
    {
        Issuer = Address,
        Audience = Audience,
        NotBefore = now.UtcDateTime,
        IssuedAt = now.UtcDateTime,
        Expires = now.AddMinutes(5).UtcDateTime,
        SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        Claims = new Dictionary<string, object> { ["sub"] = "u-17", ["preferred_username"] = "li.hua", ["edu_role"] = "analyst", ["edu_unit"] = "230404" },
    };

    public static string Write(SecurityTokenDescriptor token) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }
}
