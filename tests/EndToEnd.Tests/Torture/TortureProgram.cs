using System.Diagnostics;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.Torture;

/// <summary><c>edu torture</c> as a process of its own.</summary>
internal static class TortureProgram
{
    public static Process Start(params string[] options) => Start(new Dictionary<string, string>(), options);

    /// <param name="settings">Configuration of all processes that it starts, as the environment gives it.</param>
    public static Process Start(IReadOnlyDictionary<string, string> settings, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, "torture", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return Process.Start(start)!;
    }

    /// <summary>All that it says, once it has ended.</summary>
    public static async Task<string> ReadAll(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output + await errors;
    }
}
