using System.Diagnostics;
using System.Globalization;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.SignIn;

/// <summary>The npm package <c>oidc-provider</c> as a process of its own.</summary>
public sealed class IssuerProcess : IDisposable
{
    private static readonly string folder = Path.Combine(Repository.Root, "tests", "clients");

    private readonly Process process;

    private IssuerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="system">Where the system answers that sends its readers there.</param>
    public static async Task<IssuerProcess> Start(int port, Uri system)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "oidc-provider")))
            await Run(Node("npm", "ci", "--no-audit", "--no-fund"));
        var process = Node("node", "oidc-issuer.mjs", port.ToString(CultureInfo.InvariantCulture), system.GetLeftPart(UriPartial.Authority));
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready")
                return new IssuerProcess(process, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
        }

        throw new InvalidOperationException("The issuer ended before it was ready.");
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static async Task Run(Process installing)
    {
        using (installing)
        {
            await installing.WaitForExitAsync();
            if (installing.ExitCode != 0)
                throw new InvalidOperationException("The npm packages of tests/clients could not be installed.");
        }
    }

    private static Process Node(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
