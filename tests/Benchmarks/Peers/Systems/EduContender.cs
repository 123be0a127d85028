using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Report;
using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>This system, as <c>./edu up</c> starts it, over its own journal.</summary>
/// <param name="directory">Where its data and the load's scripts lie.</param>
/// <param name="options">Further options of <c>up</c>.</param>
internal sealed class EduContender(string directory, params string[] options) : IContender
{
    private const string Comparison =
        "query ($of: ID!, $from: Period, $to: Period) { comparison(childrenOf: $of, indicators: [\"fitness.pass_rate\"], from: $from, to: $to) "
        + "{ series { orgUnit { id } points { period value numerator denominator } } } }";

    private const string CityValue =
        "query ($of: ID!, $period: Period!) { orgUnit(id: $of) { value(indicator: \"fitness.pass_rate\", period: $period) { denominator } } }";

    private static readonly string comparisonBody = GraphQLAddress.Body(Comparison, new
    {
        of = BulkApi.City,
        from = Text(GeneratedCity.FirstYear),
        to = Text(GeneratedCity.LastYear),
    });

    private RunningSystem? system;
    private BulkApi? bulk;
    private GraphQLAddress? graphQL;
    private int added;

    public string Name => "EduAnalytics";

    public string Version => "EduAnalytics of this checkout";

    public IReadOnlyList<IWayOfAsking> Ways => [new Way(this, false), new Way(this, true)];

    public long MemoryBytes => ProcessTree.MemoryBytes(system!.ProcessId);

    /// <summary>Its data directory.</summary>
    public string Data => Path.Combine(directory, "data");

    public Task<long> DiskBytes() => Task.FromResult(Directory.EnumerateFiles(Data, "journal.db*").Sum(file => new FileInfo(file).Length));

    /// <summary>Starts it and registers the city, without a result.</summary>
    public async Task Start(GeneratedCity city)
    {
        system = await RunningSystem.Start(Data, ["--empty", .. options]);
        system.Http.Timeout = TimeSpan.FromMinutes(10);
        bulk = new BulkApi(system.Http);
        graphQL = new GraphQLAddress(system.Http, "/graphql", directory);
        await bulk.Register(GeneratedCity.Districts, city.Schools);
    }

    public async Task<Loaded?> Load(GeneratedCity city, ResultFiles files)
    {
        await Start(city);
        var watch = Stopwatch.StartNew();
        await ResultFiles.Each(async year =>
        {
            await using var file = File.OpenRead(files.Json(year));
            using var lines = new StreamContent(file);
            await bulk!.Send("fitness", $"bench-{Text(year)}", lines, city.CountOfYear);
        });
        var stored = watch.Elapsed;
        await UntilVisible(city);
        return new Loaded(stored, watch.Elapsed);
    }

    /// <summary>Sends lines that are not in a file.</summary>
    /// <param name="submission">The stream's name, and what else its address is to say.</param>
    public Task Send(string submission, byte[] lines, int count) => bulk!.Send("fitness", submission, lines, count);

    /// <summary>Rows travel up a moment after the last line was acknowledged.</summary>
    public async Task UntilVisible(GeneratedCity city)
    {
        foreach (var year in ResultFiles.Years)
        {
            while (await TestedInCity(year) < city.CountOfYear)
            {
            }
        }
    }

    /// <summary>Ctrl-C, as a terminal sends it: what it holds is written, and the journal's file is whole.</summary>
    public Task Stop() => system!.Interrupt();

    public async ValueTask DisposeAsync()
    {
        if (system is not null)
            await system.DisposeAsync();
    }

    private async Task<long> TestedInCity(int year)
    {
        var data = await graphQL!.Ask(GraphQLAddress.Body(CityValue, new { of = BulkApi.City, period = Text(year) }));
        return Whole(data.GetProperty("orgUnit").GetProperty("value").GetProperty("denominator"));
    }

    // Counts are null as long as no result is there.
    private static long Whole(JsonElement number) => number.ValueKind == JsonValueKind.Null ? 0 : (long)number.GetDecimal();

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private sealed class Way(EduContender edu, bool isEverNew) : IWayOfAsking
    {
        public string Name => isEverNew ? "EduAnalytics, answer made anew" : "EduAnalytics, answer kept";

        public async Task<IReadOnlyList<ComparedCell>> Ask()
        {
            var data = await edu.graphQL!.Ask(comparisonBody);
            return [.. from series in data.GetProperty("comparison").GetProperty("series").EnumerateArray()
                       from point in series.GetProperty("points").EnumerateArray()
                       select new ComparedCell(
                           series.GetProperty("orgUnit").GetProperty("id").GetString()!,
                           int.Parse(point.GetProperty("period").GetString()!, CultureInfo.InvariantCulture),
                           Whole(point.GetProperty("numerator")),
                           Whole(point.GetProperty("denominator")))];
        }

        public Task<Load> Ask(int connections, int seconds) => edu.graphQL!.Ask(comparisonBody, isEverNew, connections, seconds);

        public Task Add(FitnessResult result) =>
            edu.Send($"late-{Interlocked.Increment(ref edu.added)}", Encoding.UTF8.GetBytes(ResultLines.Json(result) + "\n"), 1);

        public Task<long> TestedInCity(int year) => edu.TestedInCity(year);
    }
}
