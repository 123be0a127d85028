using System.Globalization;
using System.Text.RegularExpressions;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Report;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>PostgreSQL's own load generator, over the server's socket, with prepared statements.</summary>
internal static partial class PgBench
{
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

        return new Load(
            double.Parse(RatePattern().Match(told).Groups[1].ValueSpan, CultureInfo.InvariantCulture), took.Median(), took.At(0.99), took.Count);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = ([\d.]+) \(without")]
    private static partial Regex RatePattern();
}
