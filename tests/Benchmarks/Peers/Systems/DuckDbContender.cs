using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Report;
using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>DuckDB over the rows themselves, behind the least HTTP server that there can be: readers do not sit in its process.</summary>
internal sealed class DuckDbContender(string directory) : IContender
{
    private readonly int port = RunningSystem.FreePort();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(5) };
    private Process? process;

    public string Name => "DuckDB";

    public string Version { get; private set; } = "";

    public IReadOnlyList<IWayOfAsking> Ways => [new Way(this)];

    public long MemoryBytes => ProcessTree.MemoryBytes(process!.Id);

    private string Database => Path.Combine(directory, "results.duckdb");

    public Task<long> DiskBytes() =>
        Task.FromResult(Directory.EnumerateFiles(directory, "results.duckdb*").Sum(file => new FileInfo(file).Length));

    public async Task<Loaded?> Load(GeneratedCity city, ResultFiles files)
    {
        http.BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        process = Process.Start(new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { typeof(DuckDbContender).Assembly.Location, ServedDuckDb.Name, port.ToString(CultureInfo.InvariantCulture), Database },
        }) ?? throw new InvalidOperationException("DuckDB's server did not start.");
        if (await process.StandardOutput.ReadLineAsync() is not { } version)
            throw new InvalidOperationException("DuckDB's server ended before it was ready.");
        Version = $"DuckDB {version}";
        _ = process.StandardOutput.ReadToEndAsync();
        await Post("tables", new ServedDuckDb.Tables(city.Schools));
        var watch = Stopwatch.StartNew();
        await Post("files", new ServedDuckDb.Files(Path.Combine(files.Directory, "*.csv")));
        return new Loaded(watch.Elapsed, watch.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (process is null)
            return;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task Post<T>(string path, T body)
    {
        using var answer = await http.PostAsJsonAsync(new Uri($"/{path}", UriKind.Relative), body);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"DuckDB's server answered {answer.StatusCode} to {path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private sealed class Way(DuckDbContender duckDb) : IWayOfAsking
    {
        public string Name => "DuckDB, GROUP BY";

        public async Task<IReadOnlyList<ComparedCell>> Ask() =>
            await duckDb.http.GetFromJsonAsync<List<ComparedCell>>(new Uri("/comparison", UriKind.Relative)) ?? [];

        public Task<Load> Ask(int connections, int seconds) =>
            Wrk.Run(new Uri(duckDb.http.BaseAddress!, "/comparison"), script: null, seconds, connections);

        public Task Add(FitnessResult result) => duckDb.Post("results", result);

        public Task<long> TestedInCity(int year) =>
            duckDb.http.GetFromJsonAsync<long>(new Uri(string.Create(CultureInfo.InvariantCulture, $"/tested?year={year}"), UriKind.Relative));
    }
}
