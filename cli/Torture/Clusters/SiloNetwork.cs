using System.Diagnostics;
using System.Globalization;

namespace EduAnalytics.Cli.Torture.Clusters;

/// <summary>
/// The silos' network. Where this user may lay network namespaces, each silo has one, joined to the others and to this
/// machine by a bridge that can keep two of them apart; else all are on loopback, and nothing can be cut.
/// </summary>
internal sealed class SiloNetwork : IAsyncDisposable
{
    /// <summary>Of a range that is set aside for tests of networks, so that it can be nobody's (RFC 2544).</summary>
    private const string Range = "198.18.230";

    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"edu{Environment.ProcessId}");
    private readonly int silos;

    private SiloNetwork(int silos) => this.silos = silos;

    /// <summary>Why no connection can be cut; null where one can.</summary>
    public string? WhyNotCut { get; private set; }

    /// <summary>Lays it, as far as it is permitted.</summary>
    public static async Task<SiloNetwork> Lay(int silos)
    {
        var network = new SiloNetwork(silos);
        try
        {
            await network.Lay();
        }
        catch (NetworkRefusedException refusal)
        {
            await network.TakeAway();
            network.WhyNotCut = refusal.Message;
        }

        return network;
    }

    /// <summary>The silo's IP address.</summary>
    /// <param name="silo">Counted from 0.</param>
    public string AddressOf(int silo) => WhyNotCut is null ? string.Create(CultureInfo.InvariantCulture, $"{Range}.{silo + 1}") : "127.0.0.1";

    /// <summary>The words that start a program where the silo is.</summary>
    public IReadOnlyList<string> Within(int silo) => WhyNotCut is null ? ["ip", "netns", "exec", NamespaceOf(silo)] : [];

    /// <summary>Keeps two silos apart. What one sends to the other gets lost without a word.</summary>
    public async Task Cut(int one, int other)
    {
        foreach (var silo in new[] { one, other })
            await Ip("link", "set", "dev", CableOf(silo), "type", "bridge_slave", "isolated", "on");
    }

    /// <summary>Everyone reaches everyone again.</summary>
    public async Task Heal()
    {
        for (var silo = 0; silo < silos; silo++)
            await Ip("link", "set", "dev", CableOf(silo), "type", "bridge_slave", "isolated", "off");
    }

    public async ValueTask DisposeAsync()
    {
        if (WhyNotCut is null)
            await TakeAway();
    }

    private string NamespaceOf(int silo) => string.Create(CultureInfo.InvariantCulture, $"{name}-silo{silo + 1}");

    /// <summary>The end of a silo's cable that is plugged into the bridge. The kernel's names have 15 characters at the most.</summary>
    private string CableOf(int silo) => string.Create(CultureInfo.InvariantCulture, $"{name}s{silo + 1}");

    private async Task Lay()
    {
        await Ip("link", "add", "name", name, "type", "bridge");
        await Ip("address", "add", $"{Range}.254/24", "dev", name);
        await Ip("link", "set", name, "up");
        for (var silo = 0; silo < silos; silo++)
        {
            var own = NamespaceOf(silo);
            await Ip("netns", "add", own);
            await Ip("link", "add", CableOf(silo), "type", "veth", "peer", "name", "eth0", "netns", own);
            await Ip("link", "set", CableOf(silo), "master", name, "up");
            await Ip("-n", own, "address", "add", string.Create(CultureInfo.InvariantCulture, $"{Range}.{silo + 1}/24"), "dev", "eth0");
            await Ip("-n", own, "link", "set", "eth0", "up");
            await Ip("-n", own, "link", "set", "lo", "up");
        }

        // Also that it can be cut is tried before anyone relies on it.
        await Heal();
    }

    /// <summary>As much of it as there is. A cable goes with its namespace.</summary>
    private async Task TakeAway()
    {
        for (var silo = 0; silo < silos; silo++)
            await TryIp("netns", "delete", NamespaceOf(silo));
        await TryIp("link", "delete", name);
    }

    private static async Task Ip(params string[] arguments)
    {
        if (await TryIp(arguments) is { } refusal)
            throw new NetworkRefusedException($"'ip {string.Join(' ', arguments)}' says: {refusal}");
    }

    /// <summary>Null where it was done; else what was said against it.</summary>
    private static async Task<string?> TryIp(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var complaints = process.StandardError.ReadToEndAsync();
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? null : (await complaints).Trim();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }

    private sealed class NetworkRefusedException(string message) : Exception(message);
}
