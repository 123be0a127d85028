using System.Diagnostics;

namespace EduAnalytics.Testing.Postgres;

/// <summary>The server's programs as Debian's package lays them out, run as a user that they accept.</summary>
internal sealed class PostgresPrograms
{
    /// <summary>The package's own user; PostgreSQL refuses to run as root.</summary>
    private const string User = "postgres";

    private const string Versions = "/usr/lib/postgresql";

    private readonly string directory;
    private readonly bool isRoot;

    private PostgresPrograms(string directory, bool isRoot) => (this.directory, this.isRoot) = (directory, isRoot);

    /// <summary>The newest server's folder of programs; null where none is installed.</summary>
    public static string? Newest => !Directory.Exists(Versions)
        ? null
        : Directory.GetDirectories(Versions)
            .Select(path => Path.Combine(path, "bin"))
            .Where(path => File.Exists(Path.Combine(path, "initdb")))
            .MaxBy(path => int.TryParse(Path.GetFileName(Path.GetDirectoryName(path)), out var version) ? version : 0);

    /// <exception cref="InvalidOperationException">No server is installed.</exception>
    public static PostgresPrograms Find() => Newest is { } newest
        ? new PostgresPrograms(newest, File.ReadLines("/proc/self/status").Contains("Uid:\t0\t0\t0\t0"))
        : throw new InvalidOperationException($"No PostgreSQL server under {Versions}: sudo apt-get install postgresql");

    /// <summary>Makes a directory the server's own.</summary>
    public async Task GiveToUser(string path)
    {
        if (isRoot)
            await Wait(Process.Start(Quiet("chown", [User, path]))!, "chown");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public Task<string> Run(string program, params string[] arguments) => Wait(Launch(program, arguments), program);

    public Process Launch(string program, params string[] arguments)
    {
        var path = Path.Combine(directory, program);
        return Process.Start(isRoot
            ? Quiet("setpriv", [$"--reuid={User}", $"--regid={User}", "--init-groups", path, .. arguments])
            : Quiet(path, arguments))!;
    }

    private static async Task<string> Wait(Process process, string program)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            var printed = await output;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors}");
            return printed;
        }
    }

    private static ProcessStartInfo Quiet(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    };
}
