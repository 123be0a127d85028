using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace EduAnalytics.Gateway.Tests.SignIn;

/// <summary>Who is let in by a JWT of an OpenID Connect issuer, and the attacks on such tokens that are known.</summary>
public sealed class IssuerTokenTests(IssuerTokenTests.Both both) : IClassFixture<IssuerTokenTests.Both>
{
    private readonly TestIssuer issuer = both.Issuer;
    private readonly GuardedServer guarded = both.Guarded;

    [Fact]
    public async Task A_token_of_the_issuer_for_this_system_lets_its_holder_in()
    {

        Assert.Equal(HttpStatusCode.OK, await StatusOf(guarded, TestIssuer.Write(issuer.Good(guarded.Time.GetUtcNow()))));
    }

    [Fact]
    public async Task Beside_an_issuer_API_tokens_let_in_too()
    {

        Assert.Equal(HttpStatusCode.OK, await StatusOf(guarded, guarded.Tokens.Make()));
    }

    public static TheoryData<string, Action<SecurityTokenDescriptor>> Wrong => new()
    {
        { "another issuer", token => token.Issuer = "https://elsewhere.example" },
        { "no issuer", token => token.Issuer = null },
        { "another audience", token => token.Audience = "another-system" },
        { "no audience", token => token.Audience = null },
        { "expired", token => (token.NotBefore, token.Expires) = (token.NotBefore!.Value.AddHours(-1), token.NotBefore.Value.AddSeconds(-1)) },
        { "no end", token => token.Expires = null },
        { "not yet", token => token.NotBefore = token.NotBefore!.Value.AddMinutes(2) },
        { "no role", token => token.Claims.Remove("edu_role") },
        { "a role that is none", token => token.Claims["edu_role"] = "king" },
        { "a role as a number", token => token.Claims["edu_role"] = 4 },
        { "several roles", token => token.Claims["edu_role"] = new[] { "viewer", "administrator" } },
        { "no unit", token => token.Claims.Remove("edu_unit") },
        { "a unit that is none", token => token.Claims["edu_unit"] = "南山区" },
        { "several units", token => token.Claims["edu_unit"] = new[] { "230404", "230402" } },
        { "unsigned", token => token.SigningCredentials = null },
        { "another key under the same name", token => token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256) },
        { "a key of its own", token => token.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(new byte[32]) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Any_other_lets_nobody_in(string what, Action<SecurityTokenDescriptor> spoil)
    {
        var token = issuer.Good(guarded.Time.GetUtcNow());
        spoil(token);

        var status = await StatusOf(guarded, TestIssuer.Write(token));

        Assert.True(status == HttpStatusCode.Unauthorized, $"{what} got {status}");
    }

    [Fact]
    public async Task A_changed_content_or_signature_or_none_lets_nobody_in()
    {
        var parts = TestIssuer.Write(issuer.Good(guarded.Time.GetUtcNow())).Split('.');
        var mightier = Encoded(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1])).Replace("analyst", "administrator", StringComparison.Ordinal));
        string[] attempts =
        [
            $"{parts[0]}.{mightier}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{parts[2][..^4]}AAAA",
            $"{parts[0]}.{parts[1]}.",
            $"{Encoded("""{"alg":"none","typ":"JWT"}""")}.{mightier}.",
            $"{Encoded("""{"alg":"None"}""")}.{mightier}.{parts[2]}",
            "a.b.c", "..", "{}",
        ];
        foreach (var attempt in attempts)
            Assert.True(await StatusOf(guarded, attempt) == HttpStatusCode.Unauthorized, attempt);
    }

    /// <summary>The public key is known to everyone; a verifier that lets the token choose takes it for a shared secret.</summary>
    [Fact]
    public async Task A_token_keyed_with_the_issuers_public_key_lets_nobody_in()
    {
        foreach (var secret in new[] { issuer.Key.Rsa.ExportRSAPublicKey(), Encoding.ASCII.GetBytes(issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem()) })
        {
            var token = issuer.Good(guarded.Time.GetUtcNow());
            token.SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(secret) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256);

            Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(guarded, TestIssuer.Write(token)));
        }
    }

    [Fact]
    public async Task The_claims_may_have_other_names_and_the_unit_may_be_all()
    {
        await using var other = await GuardedServer.StartAsync(issuer, access => (access.RoleClaim, access.UnitClaim) = ("roles", "district"));
        var token = issuer.Good(other.Time.GetUtcNow());
        // An issuer's own roles stand beside ours.
        token.Claims = new Dictionary<string, object> { ["sub"] = "u-17", ["roles"] = new[] { "offline_access", "Viewer" }, ["district"] = "*" };

        Assert.Equal(HttpStatusCode.OK, await StatusOf(other, TestIssuer.Write(token)));
    }

    public static TheoryData<string, Action<SecurityTokenDescriptor>> Told => new()
    {
        { "The claim edu_role names no role; one of ", token => token.Claims.Remove("edu_role") },
        { "The claim edu_role names several roles; one of ", token => token.Claims["edu_role"] = new[] { "viewer", "administrator" } },
        { "The claim edu_unit must name one org unit by its code, or * for all units.", token => token.Claims.Remove("edu_unit") },
        { "The claim edu_unit must name one org unit by its code, or * for all units.", token => token.Claims["edu_unit"] = new[] { "230404", "230402" } },
        { "its audience (aud) must be 'edu-analytics'.", token => token.Audience = "another-system" },
        { "The token is not by the issuer at 'http://127.0.0.1:", token => token.Issuer = "https://elsewhere.example" },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public async Task What_is_wrong_with_a_token_is_told_to_whoever_sent_it(string sentence, Action<SecurityTokenDescriptor> spoil)
    {
        var token = issuer.Good(guarded.Time.GetUtcNow());
        spoil(token);

        using var answer = await guarded.AskAsync($"Bearer {TestIssuer.Write(token)}");

        var challenge = Assert.Single(answer.Headers.WwwAuthenticate);
        Assert.Equal("Bearer", challenge.Scheme);
        Assert.StartsWith("error=\"invalid_token\", error_description=\"", challenge.Parameter, StringComparison.Ordinal);
        Assert.Contains(sentence, challenge.Parameter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claims_name_that_no_header_can_hold_does_not_break_the_answer()
    {
        await using var other = await GuardedServer.StartAsync(issuer, access => access.RoleClaim = "角色\"");

        using var answer = await other.AskAsync($"Bearer {TestIssuer.Write(issuer.Good(other.Time.GetUtcNow()))}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("The claim ??? names no role", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusOf(GuardedServer guarded, string token)
    {
        using var answer = await guarded.AskAsync($"Bearer {token}");
        return answer.StatusCode;
    }

    private static string Encoded(string text) => Base64UrlEncoder.Encode(text);

    /// <summary>One issuer and one gateway that knows it, for all tests.</summary>
    public sealed class Both : IAsyncLifetime
    {
        internal TestIssuer Issuer { get; private set; } = null!;

        internal GuardedServer Guarded { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Issuer = await TestIssuer.StartAsync();
            Guarded = await GuardedServer.StartAsync(Issuer);
        }

        public async ValueTask DisposeAsync()
        {
            await Guarded.DisposeAsync();
            await Issuer.DisposeAsync();
        }
    }
}
