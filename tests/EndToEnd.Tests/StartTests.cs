using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>What a user meets who starts the system, and who starts it wrongly.</summary>
public sealed class StartTests(SampleSystem samples) : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("edu-start-").FullName;

    [Fact]
    public async Task Health_says_live_and_ready()
    {
        Assert.Equal("live", await samples.System.Http.GetStringAsync("/health/live", TestContext.Current.CancellationToken));
        Assert.Equal("ready", await samples.System.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_empty_start_has_no_units_and_interrupting_it_ends_cleanly()
    {
        await using var system = await RunningSystem.Start(data, "--empty");

        Assert.Equal(0, (await system.Query("{ orgUnits { totalCount } }")).GetProperty("orgUnits").GetProperty("totalCount").GetInt32());
        Assert.Equal(0, await system.Interrupt());
        Assert.Contains("stopped", system.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_serves_only_known_operations_serves_its_own_pages_and_no_stranger()
    {
        var settings = new Dictionary<string, string> { ["Gateway__Operations__OnlyKnown"] = "true" };
        await using var system = await RunningSystem.Start(data, settings, "--empty");
        using var units = new StringContent(
            "{\"code\":\"c\",\"name\":\"City\",\"level\":\"CITY\"}\n{\"code\":\"c-1\",\"name\":\"District\",\"level\":\"DISTRICT\",\"parent\":\"c\"}\n",
            MediaTypeHeaderValue.Parse("application/x-ndjson"));
        using var registered = await system.Http.PostAsync("/ingest/org-units?submission=units", units, TestContext.Current.CancellationToken);
        registered.EnsureSuccessStatusCode();

        foreach (var page in new[] { "/", "/standards", "/findings?unit=c", "/live", "/units/c-1" })
        {
            var html = await system.Http.GetStringAsync(page, TestContext.Current.CancellationToken);
            Assert.Contains("District", html, StringComparison.Ordinal);
            Assert.DoesNotContain("message trouble", html, StringComparison.Ordinal);
        }

        var refused = await system.Answer("{ orgUnits { totalCount } }");
        Assert.Equal("OPERATION_NOT_KNOWN", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_port_in_use_gets_one_clear_sentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var (exitCode, output) = await RunningSystem.StartInVain(port, data);

        Assert.Equal(2, exitCode);
        Assert.Equal($"edu: Port {port} is in use; choose another with --port, or end the program that listens there.", output.Trim());
    }

    [Fact]
    public async Task A_second_instance_on_the_same_directory_gets_one_clear_sentence()
    {
        await using var first = await RunningSystem.Start(data, "--empty");

        var (exitCode, output) = await RunningSystem.StartInVain(RunningSystem.FreePort(), data, "--empty");

        Assert.Equal(2, exitCode);
        Assert.Single(output.Trim().Split('\n'));
        Assert.Contains(data, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_gets_one_clear_sentence()
    {
        // A file where the directory should be: refused for every user, root too.
        var file = Path.Combine(data, "taken");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var (exitCode, output) = await RunningSystem.StartInVain(RunningSystem.FreePort(), file);

        Assert.Equal(2, exitCode);
        Assert.Single(output.Trim().Split('\n'));
        Assert.Contains(file, output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);
}
