using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Cli.Tests.Import;

/// <summary>
/// The far end of an import: one school, and a bulk API that takes each named piece once. What is to go wrong with the next
/// requests is said beforehand.
/// </summary>
internal sealed class BulkServer : IAsyncDisposable
{
    private const string OrgUnits =
        """
        {"data":{"orgUnits":{
          "nodes":[{"id":"230402-s01","name":"向阳第一小学","nameEn":null,"level":"SCHOOL","stages":["PRIMARY"],"synthetic":true,"parent":null}],
          "pageInfo":{"hasNextPage":false,"endCursor":null}}}}
        """;

    private readonly WebApplication app;
    private readonly Dictionary<string, int> taken = [];

    private BulkServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>The pieces' names in the order in which they came, those that were not answered among them.</summary>
    public List<string> Received { get; } = [];

    /// <summary>What happens to the next pieces; without one a piece is taken.</summary>
    public ConcurrentQueue<Fault> Faults { get; } = [];

    /// <summary>Called when a piece has come and before it is answered.</summary>
    public Action OnReceived { get; set; } = () => { };

    /// <summary>The lines on disk, each once.</summary>
    public int Lines => taken.Values.Sum();

    public static async Task<BulkServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new BulkServer(app);
        app.MapPost("/graphql", () => Results.Text(OrgUnits, "application/json"));
        app.MapPost("/ingest/enrolment", server.Take);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        var name = context.Request.Query["submission"].Single()!;
        using var body = new StreamReader(context.Request.Body);
        var lines = (await body.ReadToEndAsync()).Count(letter => letter == '\n');
        Received.Add(name);
        OnReceived();
        Faults.TryDequeue(out var fault);
        if (fault is Fault.Unreachable or Fault.Lost)
        {
            // Of an answer that is lost on its way, what it speaks of is on disk all the same.
            if (fault == Fault.Lost)
                taken.TryAdd(name, lines);
            context.Abort();
            return;
        }

        if (fault == Fault.TooOften)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            await Answer(context, new { errors = new[] { new { code = "TOO_MANY_REQUESTS", message = "Ask again later." } } });
        }
        else if (fault == Fault.Unanswered)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            await Answer(context, new { errors = new[] { new { code = "UNAVAILABLE", message = "The gateway did not answer." } } });
        }
        else if (fault is Fault.Refused or Fault.OutOfReach)
        {
            var code = fault == Fault.Refused ? "STORE_UNAVAILABLE" : "UNAVAILABLE";
            await Answer(context, new { errors = new[] { new { code, message = "Not at the moment.", line = 1 } } });
            await Answer(context, new { summary = new { accepted = 0, duplicate = 0, refused = lines } });
        }
        else
        {
            var isNew = taken.TryAdd(name, lines);
            await Answer(context, new { summary = new { accepted = isNew ? lines : 0, duplicate = isNew ? 0 : lines, refused = 0 } });
        }
    }

    private static Task Answer(HttpContext context, object line) => context.Response.WriteAsync(JsonSerializer.Serialize(line) + "\n");

    /// <summary>What can go wrong with a piece.</summary>
    internal enum Fault
    {
        None,

        /// <summary>The connection ends before the piece was taken.</summary>
        Unreachable,

        /// <summary>The piece is taken, and the connection ends before the answer.</summary>
        Lost,

        /// <summary>The store cannot take it at the moment.</summary>
        Refused,

        /// <summary>No silo that holds the school can be reached at the moment.</summary>
        OutOfReach,

        /// <summary>A dashboard passes the piece on, and its gateway does not answer.</summary>
        Unanswered,

        /// <summary>The caller has sent too much of late.</summary>
        TooOften,
    }
}
