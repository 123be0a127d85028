using System.Diagnostics;
using EduAnalytics.Cli.Starting;

namespace EduAnalytics.Cli.Clusters;

/// <summary>
/// A PostgreSQL server over a directory of its own, reached by a socket in it. It survives Ctrl-C in the terminal, so that the
/// silos can write to the end, and is stopped after them.
/// </summary>
internal sealed class OwnPostgres(string directory) : IAsyncDisposable
{
    private const string Versions = "/usr/lib/postgresql";

    /// <summary>PostgreSQL refuses to run as root; Debian's package makes this user for it.</summary>
    private const string User = "postgres";

    /// <summary>A socket's path has room for about a hundred characters, of which its name takes twenty.</summary>
    private const int LongestDirectory = 85;

    private readonly bool isRoot = Environment.IsPrivilegedProcess;
    private bool isStarted;

    public string Store => $"Host={directory};Username=edu;Database=postgres";

    private string Cluster => Path.Combine(directory, "postgres");

    /// <exception cref="StartRefusedException">There is no server to start, or it would not start.</exception>
    public async Task Start(CancellationToken ending)
    {
        if (directory.Length > LongestDirectory)
            throw new StartRefusedException($"The path {directory} is too long for PostgreSQL's socket; choose a shorter one with --data.");
        Directory.CreateDirectory(directory);
        if (isRoot)
            await Run("chown", [User, directory], ending);
        if (!Directory.Exists(Cluster))
            await RunServers("initdb", ["--pgdata", Cluster, "--username=edu", "--auth=trust", "--encoding=UTF8", "--locale=C"], ending);
        if (!await TryRunServers("pg_ctl", ["status", "--pgdata", Cluster], ending))
            await RunServers(
                "pg_ctl",
                ["start", "--pgdata", Cluster, "--wait", "--silent", "--log", Path.Combine(directory, "postgres.log"), "-o", $"-c listen_addresses= -c unix_socket_directories='{directory}'"],
                ending);
        isStarted = true;
    }

    /// <summary>Ends it as a crash does, every connection cut and nothing flushed, and starts it again, which replays its log.</summary>
    /// <exception cref="StartRefusedException">It did not come back.</exception>
    public Task CrashAndRestart(CancellationToken ending) =>
        RunServers("pg_ctl", ["restart", "--pgdata", Cluster, "--mode=immediate", "--wait", "--silent", "--log", Path.Combine(directory, "postgres.log")], ending);

    public async ValueTask DisposeAsync()
    {
        if (isStarted)
            await TryRunServers("pg_ctl", ["stop", "--pgdata", Cluster, "--mode=fast", "--wait", "--silent"], CancellationToken.None);
    }

    private async Task RunServers(string program, string[] arguments, CancellationToken ending)
    {
        if (!await TryRunServers(program, arguments, ending))
            throw new StartRefusedException(
                $"PostgreSQL's {program} failed for {Cluster}; what it said is above. The user that runs it must reach that directory: choose another with --data, or give a database with --store.");
    }

    private Task<bool> TryRunServers(string program, string[] arguments, CancellationToken ending)
    {
        var path = Path.Combine(Newest(), program);
        return isRoot
            ? Run("setpriv", [$"--reuid={User}", $"--regid={User}", "--init-groups", path, .. arguments], ending)
            : Run(path, arguments, ending);
    }

    /// <summary>The newest server's folder of programs.</summary>
    private static string Newest() => (Directory.Exists(Versions) ? Directory.GetDirectories(Versions) : [])
        .Select(path => Path.Combine(path, "bin"))
        .Where(path => File.Exists(Path.Combine(path, "initdb")))
        .MaxBy(path => int.TryParse(Path.GetFileName(Path.GetDirectoryName(path)), out var version) ? version : 0)
        ?? throw new StartRefusedException(
            $"No PostgreSQL server is under {Versions} to be started: sudo apt-get install postgresql, or give a database with --store.");

    /// <summary>Its output is left alone: a server that it starts would keep a pipe open. Complaints go where ours go.</summary>
    private static async Task<bool> Run(string program, string[] arguments, CancellationToken ending)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null </dev/null", program, .. arguments])
        {
            WorkingDirectory = "/",
        })!;
        await process.WaitForExitAsync(ending);
        return process.ExitCode == 0;
    }
}
