using EduAnalytics.Gateway.Access;

namespace EduAnalytics.Gateway.Tests.SignIn;

public sealed class AccessOptionsTests
{
    [Fact]
    public void Every_wrong_option_is_named_with_what_is_allowed() => Assert.Equal(
        [
            "Gateway:Access:Authority is \"http://login.example\"; allowed: an issuer's address over https, or over http on loopback.",
            "Gateway:Access:Audience is empty; allowed: the name under which the issuer knows this system.",
            "Gateway:Access:RoleClaim is empty; allowed: the name of a claim, such as edu_role.",
        ],
        new AccessOptionsCheck().Validate(null, new AccessOptions { Authority = "http://login.example", RoleClaim = "" }).Failures!);

    [Theory]
    [InlineData("https://login.example/realms/city")]
    [InlineData("http://127.0.0.1:8081")]
    [InlineData("http://localhost:8081/realms/city")]
    public void An_issuer_over_https_or_on_this_machine_is_taken(string authority) =>
        Assert.True(new AccessOptionsCheck().Validate(null, new AccessOptions { Authority = authority, Audience = "edu" }).Succeeded);

    [Fact]
    public void Nobody_must_sign_in_unless_a_way_to_is_configured()
    {
        Assert.False(new AccessOptions().IsSignInRequired);
        Assert.True(new AccessOptions { Tokens = true }.IsSignInRequired);
        Assert.True(new AccessOptions { Authority = "https://login.example" }.IsSignInRequired);
    }

    [Theory]
    [InlineData("", "edu", "", "openid", "Gateway:Access:ClientId is \"edu\" without Authority; allowed: with the address of the issuer that knows this client.")]
    [InlineData("https://login.example", "", "s", "openid", "Gateway:Access:ClientSecret is set without ClientId; allowed: both, or neither.")]
    [InlineData("https://login.example", "edu", "s", "profile", "Gateway:Access:Scope is \"profile\"; allowed: names parted by spaces, openid among them.")]
    public void A_client_of_an_issuer_is_known_to_one_and_asks_for_an_identity(string authority, string client, string secret, string scope, string failure) =>
        Assert.Equal(
            [failure],
            new AccessOptionsCheck().Validate(null, new AccessOptions { Authority = authority, Audience = "edu", ClientId = client, ClientSecret = secret, Scope = scope }).Failures);
}
