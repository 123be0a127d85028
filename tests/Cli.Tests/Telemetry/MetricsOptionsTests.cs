using System.Net;
using System.Net.Sockets;
using EduAnalytics.Cli.Catalogues;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Telemetry.Metrics;
using EduAnalytics.Cli.Up;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Tests.Telemetry;

public sealed class MetricsOptionsTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("edu-metrics-").FullName;

    [Fact]
    public void Unless_told_so_no_metrics_are_shown_and_then_on_this_machine_alone() =>
        Assert.Equal((null, "127.0.0.1"), (Read().Port, Read().Bind));

    [Fact]
    public void All_that_is_wrong_is_told_at_once_with_key_value_and_what_is_allowed() =>
        Assert.Equal(
            [
                "EduAnalytics:Metrics:Port is '99999'; allowed: a port from 1 to 65535, or none.",
                "EduAnalytics:Metrics:Bind is 'everywhere'; allowed: an IP address of this machine, such as 10.0.0.5, or 0.0.0.0 for all.",
            ],
            Assert.Throws<OptionsValidationException>(() => Read(("EduAnalytics:Metrics:Port", "99999"), ("EduAnalytics:Metrics:Bind", "everywhere"))).Failures);

    [Fact]
    public void A_port_that_is_no_number_is_named_with_its_key() =>
        Assert.Contains(
            "EduAnalytics:Metrics:Port is 'many'; allowed: a whole number",
            Assert.Throws<OptionsValidationException>(() => Read(("EduAnalytics:Metrics:Port", "many"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_port_that_is_taken_refuses_the_start_and_names_the_option()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        var refusal = Assert.Throws<StartRefusedException>(() => EmbeddedHost.Build(
            new UpSettings(Ports.FindFree(), data, Empty: true, CatalogueCommand.ShippedDirectory) { MetricsPort = taken }));

        Assert.Equal($"Port {taken} is in use; choose another with --metrics-port, or end the program that listens there.", refusal.Message);
    }

    [Fact]
    public void A_port_that_the_process_itself_has_refuses_the_start_and_names_both_settings()
    {
        var port = Ports.FindFree();

        var refusal = Assert.Throws<OptionsValidationException>(() => EmbeddedHost.Build(
            new UpSettings(port, data, Empty: true, CatalogueCommand.ShippedDirectory) { MetricsPort = port }));

        Assert.Equal([$"EduAnalytics:Metrics:Port is '{port}'; allowed: another port than --port has."], refusal.Failures);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static MetricsOptions Read(params (string Key, string? Value)[] values) => MetricsOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build());
}
