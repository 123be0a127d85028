using System.Diagnostics;
using System.Reflection;

namespace EduAnalytics.Gateway.Tests;

/// <summary>Runs one of <c>tests/clients</c>: the public npm clients against our server.</summary>
internal static class NodeClient
{
    private static readonly SemaphoreSlim Installing = new(1, 1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static string Folder { get; } = typeof(NodeClient).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ClientsFolder").Value!;

    /// <returns>What the script printed; a failed script fails the test with what it complained of.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        await InstallAsync();
        return await StartAsync("node", [script, .. arguments]);
    }

    private static async Task InstallAsync()
    {
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            // A file that is not there has the oldest time there is.
            if (File.GetLastWriteTimeUtc(Path.Combine(Folder, "node_modules", ".package-lock.json")) < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
                await StartAsync("npm", ["ci", "--no-audit", "--no-fund"]);
        }
        finally
        {
            Installing.Release();
        }
    }

    private static async Task<string> StartAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Launch(program, arguments);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        var complaints = process.StandardError.ReadToEndAsync(late.Token);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await complaints}\n{await output}");
        return await output;
    }

    private static Process Launch(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"{program} is not installed. These tests talk to the gateway with the public npm clients: install Node.js 20 or later with npm.");
        }
    }
}
