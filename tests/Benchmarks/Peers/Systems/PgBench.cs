using System.Globalization;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Report;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>PostgreSQL's own load generator, over the server's socket, with prepared statements.</summary>
internal static class PgBench
{
    /// <exception cref="InvalidOperationException">pgbench failed, or told nothing that can be read.</exception>
    public static async Task<Load> Run(PostgresServer server, string database, string sql, int connections, int seconds)
    {
        // The server's own directory: the program writes as the server's user.
        var (script, log) = (Path.Combine(server.SocketDirectory, "asked.sql"), Path.Combine(server.SocketDirectory, "asked"));
        await File.WriteAllTextAsync(script, sql + ";\n");
        var told = await server.Run(
            "pgbench", "--no-vacuum", "--protocol=prepared", "--jobs=1", "--client", Text(connections), "--time", Text(seconds), "--file", script,
            "--log", "--log-prefix", log, "--host", server.SocketDirectory, "--username=edu", database);
        var took = new List<double>();
        foreach (var file in Directory.GetFiles(server.SocketDirectory, "asked.*").Where(file => file != script))
        {
            took.AddRange(File.ReadLines(file).Select(line => double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) / 1_000));
            File.Delete(file);
        }

        return PgBenchOutput.RateOf(told) is { } rate ? new Load(rate, took.Median(), took.At(0.99), took.Count) : Load.Unanswered;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
