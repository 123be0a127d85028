using System.Net;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Up;
using EduAnalytics.Gateway.Access;
using Microsoft.Extensions.Configuration;

namespace EduAnalytics.Cli.Tests.Access;

/// <summary>Who can reach the system, by which names, and that nobody beyond this machine does without sign-in.</summary>
public sealed class ExposureTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("10.0.0.5")]
    public void Listening_beyond_loopback_without_sign_in_is_refused(string address)
    {
        var (configuration, settings) = Given(address);

        var refusal = Assert.Throws<StartRefusedException>(() =>
            Exposure.RefuseOpenDoor(configuration, settings, Exposure.ReadAccess(configuration, settings)));

        Assert.Contains(address, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--sign-in", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Gateway:Access:Authority", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5000")]
    [InlineData("http://*:5000")]
    [InlineData("http://city.example:80")]
    public void The_web_servers_own_configuration_is_no_way_round(string url)
    {
        var (configuration, settings) = Given(null, ("Kestrel:Endpoints:Public:Url", url));

        Assert.Throws<StartRefusedException>(() =>
            Exposure.RefuseOpenDoor(configuration, settings, Exposure.ReadAccess(configuration, settings)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.9")]
    [InlineData("::1")]
    public void On_loopback_nobody_needs_to_sign_in(string? address)
    {
        var (configuration, settings) = Given(address, ("Kestrel:Endpoints:More:Url", "http://localhost:5001"));
        var access = Exposure.ReadAccess(configuration, settings);

        Exposure.RefuseOpenDoor(configuration, settings, access);

        Assert.False(access.IsSignInRequired);
    }

    [Fact]
    public void With_sign_in_it_may_listen_everywhere()
    {
        var (configuration, settings) = Given("0.0.0.0", ("Gateway:Access:Tokens", "true"));

        Exposure.RefuseOpenDoor(configuration, settings, Exposure.ReadAccess(configuration, settings));

        Assert.True(Exposure.ReadAccess(configuration, settings).IsSignInRequired);
    }

    [Theory]
    // Without sign-in the configuration cannot take the fence away.
    [InlineData(false, null, "*", "localhost;127.0.0.1;[::1]")]
    [InlineData(true, null, null, "localhost;127.0.0.1;[::1]")]
    [InlineData(true, "10.0.0.5", null, "localhost;127.0.0.1;[::1];10.0.0.5")]
    [InlineData(true, "fd00::5", null, "localhost;127.0.0.1;[::1];[fd00::5]")]
    [InlineData(true, "0.0.0.0", null, "*")]
    [InlineData(true, "0.0.0.0", "edu.example", "edu.example")]
    public void The_names_it_answers_to_follow_from_where_it_listens(bool signIn, string? address, string? configured, string names)
    {
        var (configuration, settings) = Given(address, ("AllowedHosts", configured));
        settings = settings with { SignIn = signIn };

        Exposure.LimitNames(configuration, settings, Exposure.ReadAccess(configuration, settings));

        Assert.Equal(names, configuration["AllowedHosts"]);
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_named_with_its_key()
    {
        var (configuration, settings) = Given(null, ($"{AccessOptions.Section}:Tokens", "perhaps"));

        var refusal = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => Exposure.ReadAccess(configuration, settings));

        Assert.Contains("Gateway:Access:Tokens", refusal.Message, StringComparison.Ordinal);
    }

    private static (ConfigurationManager Configuration, UpSettings Settings) Given(string? address, params (string Key, string? Value)[] values)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(values.ToDictionary(value => value.Key, value => value.Value));
        return (configuration, new UpSettings(8080, "data", Empty: true, "catalogue") { Bind = address is null ? null : IPAddress.Parse(address) });
    }
}
