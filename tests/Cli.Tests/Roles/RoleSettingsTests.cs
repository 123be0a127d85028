using EduAnalytics.Cli.Roles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Tests.Roles;

public sealed class RoleSettingsTests
{
    private const string Store = "EduAnalytics:Journal:Store";

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_with_key_value_and_what_is_allowed()
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(
            Role.Silo, ("EduAnalytics:Cluster:Port", "99999"), ("EduAnalytics:Cluster:Bind", "here"), ("EduAnalytics:Cluster:SiloPort", "0")));

        Assert.Collection(
            refusal.Failures,
            port => Assert.Equal("EduAnalytics:Cluster:Port is '99999'; allowed: a port from 1 to 65535.", port),
            siloPort => Assert.StartsWith("EduAnalytics:Cluster:SiloPort is '0'; allowed:", siloPort, StringComparison.Ordinal),
            bind => Assert.StartsWith("EduAnalytics:Cluster:Bind is 'here'; allowed: an IP address", bind, StringComparison.Ordinal),
            store => Assert.StartsWith("EduAnalytics:Journal:Store is ''; allowed: the PostgreSQL database", store, StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_that_is_no_number_is_named_with_its_key()
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(Role.Gateway, ("EduAnalytics:Cluster:Port", "many")));

        Assert.Equal("EduAnalytics:Cluster:Port is 'many'; allowed: a whole number of at most 2147483647.", refusal.Message);
    }

    [Theory]
    [InlineData("gateway:8080")]
    [InlineData("ftp://gateway")]
    [InlineData("http://gateway/graphql")]
    [InlineData("http://gateway1:8080;gateway2:8080")]
    [InlineData(" ; ")]
    public void A_dashboard_needs_the_gateways_address_and_no_path(string given) =>
        Assert.Contains(
            $"EduAnalytics:Cluster:Gateway is '{given}'",
            Assert.Throws<OptionsValidationException>(() => Read(Role.Dashboard, ("EduAnalytics:Cluster:Gateway", given))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Several_gateways_have_semicolons_between() => Assert.Equal(
        [new("http://gateway1:8080"), new("http://gateway2:8080")],
        Read(Role.Dashboard, ("EduAnalytics:Cluster:Gateway", "http://gateway1:8080; http://gateway2:8080")).Options.Gateways);

    [Theory]
    [InlineData(nameof(Role.Dashboard))]
    [InlineData(nameof(Role.Gateway))]
    public void Where_readers_sign_in_gateways_and_dashboards_need_the_keys_that_they_share(string role) =>
        Assert.Contains(
            "EduAnalytics:Cluster:Keys is ''",
            Assert.Throws<OptionsValidationException>(() => Read(Enum.Parse<Role>(role), (Store, "Host=db"), ("Gateway:Access:Tokens", "true"))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("255.255.255.255")]
    [InlineData(" ")]
    public void A_silo_tells_others_an_address_by_which_they_reach_it(string given) =>
        Assert.Contains(
            $"EduAnalytics:Cluster:Address is '{given}'; allowed:",
            Assert.Throws<OptionsValidationException>(() => Read(Role.Silo, (Store, "Host=db"), ("EduAnalytics:Cluster:Address", given))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_three_ports_of_a_silo_are_different_ones()
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(
            Role.Silo, (Store, "Host=db"), ("EduAnalytics:Cluster:Port", "5000"), ("EduAnalytics:Cluster:SiloPort", "5000"), ("EduAnalytics:Cluster:ClientPort", "5000")));

        Assert.Equal(
            [
                "EduAnalytics:Cluster:SiloPort is '5000'; allowed: another port than EduAnalytics:Cluster:Port has.",
                "EduAnalytics:Cluster:ClientPort is '5000'; allowed: another port than EduAnalytics:Cluster:Port has.",
                "EduAnalytics:Cluster:ClientPort is '5000'; allowed: another port than EduAnalytics:Cluster:SiloPort has.",
            ],
            refusal.Failures);
    }

    [Theory]
    [InlineData(nameof(Role.Silo), "Port")]
    [InlineData(nameof(Role.Silo), "SiloPort")]
    [InlineData(nameof(Role.Silo), "ClientPort")]
    [InlineData(nameof(Role.Gateway), "Port")]
    [InlineData(nameof(Role.Dashboard), "Port")]
    public void The_metrics_have_another_port_than_the_process_has_for_anything_else(string role, string port)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(
            Enum.Parse<Role>(role),
            (Store, "Host=db"),
            ("EduAnalytics:Cluster:Gateway", "http://gateway:8080"),
            ($"EduAnalytics:Cluster:{port}", "5000"),
            ("EduAnalytics:Metrics:Port", "5000")));

        Assert.Equal([$"EduAnalytics:Metrics:Port is '5000'; allowed: another port than EduAnalytics:Cluster:{port} has."], refusal.Failures);
    }

    [Fact]
    public void A_gateway_has_none_of_a_silos_ports_so_its_metrics_may_have_one() =>
        Assert.Equal(8080, Read(Role.Gateway, (Store, "Host=db"), ("EduAnalytics:Metrics:Port", "11111")).Listening.Port);

    [Fact]
    public void With_a_database_alone_a_silo_and_a_gateway_can_start()
    {
        Assert.Equal(11_111, Read(Role.Silo, (Store, "Host=db;Username=edu")).Options.SiloPort);
        Assert.True(Read(Role.Gateway, (Store, "Host=db;Username=edu")).Listening.IsLoopback);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("15")]
    public void A_silence_that_is_too_short_or_too_long_is_refused_for_silos_and_gateways_alike(string given) =>
        Assert.All(
            [Role.Silo, Role.Gateway],
            role => Assert.Contains(
                $"EduAnalytics:Cluster:SilenceSeconds is '{given}'; allowed: 4 to 14 seconds.",
                Assert.Throws<OptionsValidationException>(() => Read(role, (Store, "Host=db"), ("EduAnalytics:Cluster:SilenceSeconds", given))).Message,
                StringComparison.Ordinal));

    [Theory]
    [InlineData(4)]
    [InlineData(12)]
    [InlineData(14)]
    public void A_gateway_waits_longer_than_silos_take_to_give_one_up_and_than_a_stream_is_silent_and_twice_within_an_operations_time(int silence)
    {
        var patience = new ClusterPatience(TimeSpan.FromSeconds(silence));

        Assert.True(patience.OfGateway > 3 * patience.LongestProbe);
        Assert.True(patience.OfGateway > patience.OfGrain / 2);
        Assert.True(2 * patience.OfGateway <= TimeSpan.FromSeconds(30));
        Assert.True(patience.Probe <= patience.LongestProbe);
    }

    private static RoleSettings Read(Role role, params (string Key, string? Value)[] values)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));
        return RoleSettings.Read(role, configuration);
    }
}
