using System.Text.Json;
using EduAnalytics.Testing;

namespace EduAnalytics.Cli.Tests.Telemetry;

/// <summary>Logs that a program can read, and that lead to the trace.</summary>
[Collection(ObservedClusterCollection.Name)]
public sealed class LogTests(ObservedCluster cluster)
{
    [Fact]
    public async Task A_line_of_each_process_names_the_trace_that_made_it()
    {
        await cluster.Started();
        var trace = NewTrace.Begin();

        // The journal tells the first failure after a success, and another test may have left it with a failure.
        Assert.Contains("\"errors\":[]", await cluster.Ask(cluster.Dashboard, ObservedCluster.Report("logged-before", 299)), StringComparison.Ordinal);
        var answer = await cluster.WhileDiskIsFull(() => cluster.Ask(cluster.Dashboard, ObservedCluster.Report("logged", 300), trace.Header));

        Assert.Contains("STORE_UNAVAILABLE", answer, StringComparison.Ordinal);
        foreach (var (process, category) in new[]
        {
            (cluster.Dashboard, "Microsoft.AspNetCore.Hosting.Diagnostics"),
            (cluster.Gateway, "Microsoft.AspNetCore.Hosting.Diagnostics"),
            (cluster.Silo, "EduAnalytics.Journal.IJournal"),
        })
        {
            var line = Json(await process.Line(text => TraceOf(text) == trace.Id && Json(text).GetProperty("Category").GetString() == category));
            Assert.Matches("^[0-9a-f]{16}$", Scoped(line, "SpanId")!);
            Assert.Equal(TimeSpan.Zero, line.GetProperty("Timestamp").GetDateTimeOffset().Offset);
        }
        await cluster.Collector.LogOf(trace.Id);
    }

    [Fact]
    public async Task Nothing_but_JSON_is_written_by_a_role()
    {
        await cluster.Started();

        foreach (var process in new[] { cluster.Silo, cluster.Gateway, cluster.Dashboard })
            Assert.All(process.Lines, line => Assert.Equal(JsonValueKind.Object, Json(line).ValueKind));
        Assert.Equal(
            cluster.Silo.Address + "health/ready says whether it is ready. Ctrl-C ends it.",
            Json(await cluster.Silo.Line(Runs)).GetProperty("Message").GetString()!.Split("runs; ")[1]);
    }

    [Fact]
    public async Task For_a_person_a_role_writes_sentences_where_the_configuration_says_so()
    {
        await cluster.Started();
        var settings = new Dictionary<string, string> { ["Logging__Console__FormatterName"] = "simple" };

        await using var dashboard = await RoleProcess.Start("dashboard", settings, "--gateway", cluster.Gateway.Address.GetLeftPart(UriPartial.Authority));

        Assert.StartsWith("info: ", await dashboard.Line(Runs), StringComparison.Ordinal);
        Assert.Equal(0, await dashboard.Terminate());
    }

    private static bool Runs(string line) => line.Contains("runs;", StringComparison.Ordinal);

    private static JsonElement Json(string line) => JsonSerializer.Deserialize<JsonElement>(line);

    private static string? TraceOf(string line) => Scoped(Json(line), "TraceId");

    private static string? Scoped(JsonElement line, string name) => !line.TryGetProperty("Scopes", out var scopes)
        ? null
        : scopes.EnumerateArray()
            .Where(scope => scope.ValueKind == JsonValueKind.Object && scope.TryGetProperty(name, out _))
            .Select(scope => scope.GetProperty(name).GetString())
            .FirstOrDefault();
}
