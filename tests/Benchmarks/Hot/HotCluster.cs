using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Hot;

/// <summary>A cluster of processes with one district of many schools, at which results keep arriving.</summary>
internal sealed class HotCluster : IAsyncDisposable
{
    public const int Year = 2024;
    private const int ResultsEach = 40;
    private static readonly TimeSpan betweenArrivals = TimeSpan.FromMilliseconds(50);

    private readonly RunningCluster cluster;
    private readonly int schools;
    private readonly HttpClient http;
    private readonly BulkApi bulk;
    private int arrived;

    private HotCluster(RunningCluster cluster, int schools, string administrator, string viewer)
    {
        (this.cluster, this.schools, Viewer) = (cluster, schools, viewer);
        http = new HttpClient { BaseAddress = cluster.Gateways[0], Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", administrator);
        bulk = new BulkApi(http);
        Administrator = administrator;
    }

    public Uri Gateway => cluster.Gateways[0];

    /// <summary>The token of who sees every count.</summary>
    public string Administrator { get; }

    /// <summary>The token of one from whom small counts are withheld.</summary>
    public string Viewer { get; }

    /// <summary>Processor time that all silos have taken so far.</summary>
    public TimeSpan SilosTime => TimeSpan.FromTicks(cluster.Silos.Sum(silo => cluster.ProcessorTimeOf(silo).Ticks));

    public TimeSpan GatewayTime => cluster.ProcessorTimeOf("gateway1");

    public static async Task<HotCluster> Start(string directory, int silos, int schools, bool replicas)
    {
        var cluster = await RunningCluster.Start(
            directory,
            silos,
            gateways: 1,
            new Dictionary<string, string>
            {
                ["EduAnalytics__Cluster__Replicas"] = replicas ? "true" : "false",

                // All requests show one of two tokens.
                ["Gateway__Rates__RequestsPerSecond"] = "1000000",
                ["Gateway__Rates__Burst"] = "1000000",
            },
            "--empty",
            "--sign-in");
        var started = new HotCluster(cluster, schools, await Token(cluster, "administrator"), await Token(cluster, "viewer"));
        await started.bulk.Register(districts: 1, schools);
        await started.Fill();
        return started;
    }

    /// <summary>Results arrive one by one, each from another school, until told to end.</summary>
    /// <returns>How many came.</returns>
    public async Task<int> Arrive(CancellationToken ending)
    {
        var before = arrived;
        using var clock = new PeriodicTimer(betweenArrivals);
        try
        {
            while (await clock.WaitForNextTickAsync(ending))
                await bulk.Send("fitness", $"hot-{arrived}", Encoding.UTF8.GetBytes(Line(ResultsEach + (arrived / schools), arrived++ % schools)), 1);
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }

        return arrived - before;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await cluster.DisposeAsync();
    }

    private async Task Fill()
    {
        var lines = new StringBuilder();
        for (var school = 0; school < schools; school++)
            for (var student = 0; student < ResultsEach; student++)
                lines.Append(Line(student, school));
        await bulk.Send("fitness", "hot-fill", Encoding.UTF8.GetBytes(lines.ToString()), schools * ResultsEach);
    }

    private static string Line(int student, int school) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"school":"{{BulkApi.SchoolCode(school)}}","student":"h-{{school:000}}-{{student:000000}}","testedOn":"{{Year}}-10-09","grade":3,"sex":"MALE","score":{{45 + (student * 7 % 50)}}}""") + "\n";

    private static async Task<string> Token(RunningCluster cluster, string role)
    {
        var (code, text, complaints) = await EduProgram.Run("token", "create", "--store", cluster.Store, "--role", role);
        return code == 0 ? text : throw new InvalidOperationException(complaints);
    }
}
