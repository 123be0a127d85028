using System.Diagnostics;
using System.Globalization;

namespace EduAnalytics.Testing.Postgres;

/// <summary>
/// A PostgreSQL server of the tests' own: a plain process over a directory of its own, reached by a socket in it. It can
/// be killed and started again.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    private readonly PostgresPrograms programs = PostgresPrograms.Find();
    private readonly string directory = Directory.CreateTempSubdirectory("edu-pg-").FullName;
    private Process? process;
    private int databases;

    private readonly string[] settings;

    private PostgresServer(string[] settings) => this.settings = settings;

    /// <summary>Where the server has its socket.</summary>
    public string SocketDirectory => directory;

    private string Cluster => Path.Combine(directory, "cluster");

    /// <summary>Whether this machine has the server's programs.</summary>
    public static bool IsInstalled => PostgresPrograms.Newest is not null;

    /// <summary>The server's own process, from which all others of it descend. Only while it runs.</summary>
    public int ProcessId => process!.Id;

    /// <summary>Lays out a new cluster and starts it.</summary>
    /// <param name="settings">What differs from the server's defaults: <c>shared_buffers=1GB</c>.</param>
    public static async Task<PostgresServer> StartNew(params string[] settings)
    {
        var server = new PostgresServer(settings);
        await server.programs.GiveToUser(server.directory);
        await server.programs.Run("initdb", "--pgdata", server.Cluster, "--username=edu", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        await server.Start();
        return server;
    }

    /// <summary>The connection string of one of the server's databases.</summary>
    public string ConnectionTo(string database) => $"Host={directory};Username=edu;Database={database}";

    /// <summary>A new, empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabase()
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await Execute($"CREATE DATABASE {name}");
        return ConnectionTo(name);
    }

    /// <summary>Runs a statement as the server's superuser.</summary>
    public Task Execute(string sql, string database = "postgres") =>
        programs.Run("psql", "--host", directory, "--username=edu", "--dbname", database, "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--command", sql);

    /// <summary>Runs a query as the server's superuser.</summary>
    /// <param name="store">A connection string of <see cref="CreateDatabase"/>.</param>
    /// <returns>What psql prints of its rows, one a line; nothing for null.</returns>
    public async Task<string> Ask(string store, string sql) =>
        (await programs.Run("psql", "--host", directory, "--username=edu", "--dbname", DatabaseOf(store), "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--command", sql)).Trim();

    /// <summary>Runs one of the programs that come with the server, as the user that owns it.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public Task<string> Run(string program, params string[] arguments) => programs.Run(program, arguments);

    /// <summary>Dumps a schema as docs/operations.md says it.</summary>
    /// <param name="store">A connection string of <see cref="CreateDatabase"/>.</param>
    /// <returns>The dump's path, which another server can read.</returns>
    public async Task<string> Dump(string store, string schema)
    {
        var dump = Path.Combine(directory, $"{DatabaseOf(store)}.dump");
        await programs.Run("pg_dump", "--host", directory, "--username=edu", "--format=custom", $"--schema={schema}", $"--file={dump}", DatabaseOf(store));
        return dump;
    }

    /// <summary>Restores a dump into an empty database of this server.</summary>
    public Task Restore(string store, string dump) =>
        programs.Run("pg_restore", "--host", directory, "--username=edu", "--exit-on-error", $"--dbname={DatabaseOf(store)}", dump);

    private static string DatabaseOf(string store) => store[(store.LastIndexOf('=') + 1)..];

    /// <summary>Starts the server and waits until it says that it takes connections.</summary>
    public async Task Start()
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = programs.Launch(
            "postgres",
            ["-D", Cluster, "-c", "listen_addresses=", "-c", $"unix_socket_directories={directory}", "-c", "lc_messages=C", .. settings.SelectMany(setting => new[] { "-c", setting })]);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("ready to accept connections", StringComparison.Ordinal) == true)
                ready.TrySetResult();
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(ready.Task, ended).WaitAsync(patience) == ended)
            throw new InvalidOperationException($"PostgreSQL ended with {process.ExitCode} before it was ready.");
    }

    /// <summary>SIGKILL to the server and each of its processes: what it had not written it has no chance to write.</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Stops the server and each of its processes in the middle of what they do; they answer nobody, and keep their connections.</summary>
    public void Freeze() => Signal("-STOP");

    public void Thaw() => Signal("-CONT");

    /// <summary>A stop that ends all connections and leaves nothing to recover.</summary>
    public async Task Stop()
    {
        await programs.Run("pg_ctl", "stop", "--pgdata", Cluster, "--mode=fast", "--wait", "--silent");
        await process!.WaitForExitAsync().WaitAsync(patience);
        process.Dispose();
        process = null;
    }

    private void Signal(string signal)
    {
        var server = process!.Id.ToString(CultureInfo.InvariantCulture);
        var children = File.ReadAllText($"/proc/{server}/task/{server}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var kill = Process.Start("kill", [signal, server, .. children]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await Kill();
        Directory.Delete(directory, recursive: true);
    }
}
