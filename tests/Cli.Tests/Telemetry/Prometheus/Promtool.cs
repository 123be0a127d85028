using System.Diagnostics;

namespace EduAnalytics.Cli.Tests.Telemetry.Prometheus;

/// <summary>The checker that comes with Prometheus.</summary>
internal sealed class Promtool(string path)
{
    /// <summary>Null where it is not installed.</summary>
    public static Promtool? Find() => File.Exists("/usr/bin/promtool") ? new Promtool("/usr/bin/promtool") : null;

    /// <summary>What it says of an exposition; its advice on naming among it.</summary>
    public async Task<string> CheckMetrics(string exposition)
    {
        using var process = Start("check", "metrics");
        await process.StandardInput.WriteAsync(exposition);
        process.StandardInput.Close();
        return await process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether it takes a file of rules, and what it says.</summary>
    public async Task<(bool Takes, string Says)> CheckRules(string file)
    {
        using var process = Start("check", "rules", file);
        var says = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode == 0, says);
    }

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(path, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
