using System.Diagnostics;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.Torture;

/// <summary><c>edu torture</c> as a process of its own.</summary>
internal static class TortureProgram
{
    public static Process Start(params string[] options) => Process.Start(new ProcessStartInfo("dotnet", [Repository.Program, "torture", .. options])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Repository.Root,
    })!;

    /// <summary>All that it says, once it has ended.</summary>
    public static async Task<string> ReadAll(Process process)
    {
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output + await errors;
    }
}
