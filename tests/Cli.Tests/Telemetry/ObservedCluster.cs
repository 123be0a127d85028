using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using EduAnalytics.Cli.Tests.Telemetry.Otlp;
using EduAnalytics.Cli.Tests.Telemetry.Prometheus;
using EduAnalytics.Testing;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.Cli.Tests.Telemetry;

/// <summary>Its tests run one after the other: one of them takes the database away.</summary>
[CollectionDefinition(Name)]
public sealed class ObservedClusterCollection : ICollectionFixture<ObservedCluster>
{
    public const string Name = "observed cluster";
}

/// <summary>
/// A silo, a gateway and a dashboard as processes of their own over PostgreSQL, with a city of one school, and with all that
/// can be observed of them switched on. Started by the first test that asks.
/// </summary>
public sealed class ObservedCluster : IAsyncDisposable
{
    public const string School = "xx-north-1";

    private const string Units =
        """
        {"code":"xx","name":"市","level":"CITY","synthetic":true}
        {"code":"xx-north","name":"北区","level":"DISTRICT","parent":"xx","synthetic":true}
        {"code":"xx-north-1","name":"北区第一小学","level":"SCHOOL","parent":"xx-north","stages":["PRIMARY"],"synthetic":true}

        """;

    private readonly Lazy<Task> start;
    private readonly Dictionary<RoleProcess, Uri> metrics = [];
    private OtlpCollector? collector;
    private PostgresServer? postgres;
    private string store = "";

    public ObservedCluster() => start = new Lazy<Task>(Start);

    internal OtlpCollector Collector => collector!;

    public RoleProcess Silo { get; private set; } = null!;

    public RoleProcess Gateway { get; private set; } = null!;

    public RoleProcess Dashboard { get; private set; } = null!;

    public HttpClient Http { get; } = new();

    /// <summary>Returns when all three run and the units are known.</summary>
    public Task Started() => start.Value;

    /// <summary>Sends a GraphQL request, as part of a trace where one is named.</summary>
    public async Task<string> Ask(RoleProcess process, string query, string? trace = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(process.Address, "/graphql"))
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
        };
        if (trace is not null)
            request.Headers.Add("traceparent", trace);
        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A figure of the school, stated under a new id each time.</summary>
    public static string Report(string id, int screened) =>
        $$"""
        mutation Report { reportFigures(input: { submissionId: "{{id}}", orgUnit: "{{School}}", source: { document: "observed" },
          figures: [{ code: "health.screened", period: "2025", stage: PRIMARY, value: {{screened}} }] }) { accepted errors { code } } }
        """;

    /// <summary>Begins to follow a subscription at the gateway; it is followed until the answer is disposed.</summary>
    public async Task<HttpResponseMessage> Follow(string subscription)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Gateway.Address, "/graphql"))
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query = subscription }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("text/event-stream");
        var answer = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.EnsureSuccessStatusCode();
    }

    /// <summary>A document by its hash that nobody has sent: refused before any operation begins.</summary>
    public async Task AskForUnknownDocument()
    {
        var extensions = JsonSerializer.Serialize(new { persistedQuery = new { version = 1, sha256Hash = new string('0', 64) } });
        using var answer = await Http.GetAsync(
            new Uri(Gateway.Address, $"/graphql?extensions={Uri.EscapeDataString(extensions)}"), TestContext.Current.CancellationToken);
    }

    public Uri MetricsOf(RoleProcess process) => metrics[process];

    /// <summary>What Prometheus would read from a process now.</summary>
    internal async Task<Exposition> Scrape(RoleProcess process) => Exposition.Parse(await ScrapeText(process));

    public async Task<string> ScrapeText(RoleProcess process) =>
        await Http.GetStringAsync(metrics[process], TestContext.Current.CancellationToken);

    /// <summary>Does something while the journal's database says that its disk is full.</summary>
    public async Task<T> WhileDiskIsFull<T>(Func<Task<T>> something)
    {
        await postgres!.Execute(
            """
            CREATE OR REPLACE FUNCTION journal.refuse() RETURNS trigger LANGUAGE plpgsql
              AS $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON journal.entry EXECUTE FUNCTION journal.refuse();
            """,
            Database);
        try
        {
            return await something();
        }
        finally
        {
            await postgres.Execute("DROP TRIGGER refuse ON journal.entry", Database);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!start.IsValueCreated)
            return;
        foreach (var process in metrics.Keys.Reverse())
            await process.DisposeAsync();
        if (collector is not null)
            await collector.DisposeAsync();
        if (postgres is not null)
            await postgres.DisposeAsync();
    }

    private string Database => store[(store.LastIndexOf('=') + 1)..];

    private async Task Start()
    {
        collector = await OtlpCollector.Start();
        postgres = await PostgresServer.StartNew();
        store = await postgres.CreateDatabase();
        Silo = await Start(
            "silo", "--silo-port", Text(RunningSystem.FreePort()), "--client-port", Text(RunningSystem.FreePort()));
        Gateway = await Start("gateway");
        Dashboard = await Start("dashboard", "--gateway", Gateway.Address.GetLeftPart(UriPartial.Authority));
        using var lines = new StringContent(Units, Encoding.UTF8, "application/x-ndjson");
        using var answer = await Http.PostAsync(new Uri(Gateway.Address, "/ingest/org-units?submission=units"), lines);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private async Task<RoleProcess> Start(string role, params string[] options)
    {
        var port = RunningSystem.FreePort();
        var settings = new Dictionary<string, string>(collector!.Settings)
        {
            ["EduAnalytics__Journal__Store"] = store,

            // A line for each request, so that there is one in each process's log for a trace.
            ["Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics"] = "Information",
        };
        var process = await RoleProcess.Start(role, settings, [.. options, "--metrics-port", Text(port)]);
        metrics[process] = new Uri($"http://127.0.0.1:{Text(port)}/metrics");
        return process;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
