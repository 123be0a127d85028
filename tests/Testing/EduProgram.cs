using System.Diagnostics;

namespace EduAnalytics.Testing;

/// <summary>One command of the program, run to its end.</summary>
public static class EduProgram
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(2);

    /// <returns>The exit code, standard output and standard error, without white space at their ends.</returns>
    public static Task<(int ExitCode, string Output, string Complaints)> Run(params string[] arguments) =>
        Run(new Dictionary<string, string>(), arguments);

    /// <param name="settings">Configuration, as the environment gives it: <c>Gateway__MaxDepth</c>.</param>
    /// <inheritdoc cref="Run(string[])"/>
    public static async Task<(int ExitCode, string Output, string Complaints)> Run(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(patience);
        return (process.ExitCode, (await output).Trim(), (await complaints).Trim());
    }
}
