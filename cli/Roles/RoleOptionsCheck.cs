using System.Net;
using EduAnalytics.Cli.Telemetry.Metrics;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Journal;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Roles;

/// <summary>Tells every setting that a role cannot work with: its key, what was given, what is allowed.</summary>
internal static class RoleOptionsCheck
{
    /// <summary>Below this a busy machine would lose silos that live.</summary>
    private const int FewestSilenceSeconds = 4;

    /// <summary>A gateway waits a little longer, and may do so twice within the half minute that an operation has.</summary>
    private const int MostSilenceSeconds = 14;

    /// <summary>What a silo may tell others of itself.</summary>
    public const string AllowedAddress = "the IP address of this machine, or the name, by which others reach this silo, and not the one that stands for all addresses";

    /// <exception cref="OptionsValidationException">With all that is wrong.</exception>
    public static void Require(Role role, RoleOptions options, JournalOptions journal, AccessOptions access, MetricsOptions metrics)
    {
        var ports = PortsOf(role, options);
        List<string> failures =
        [
            .. ports.SelectMany(port => Port(port.Name, port.Port)),
            .. Shared(ports),
            .. IPAddress.TryParse(options.Bind, out _) ? [] : Failure(nameof(RoleOptions.Bind), options.Bind, "an IP address of this machine, such as 10.0.0.5, or 0.0.0.0 for all"),
            .. role == Role.Dashboard ? OfDashboard(options) : OfMember(role, options, journal),
            .. role == Role.Silo ? [] : OfSignIn(options, access),
            .. metrics.Faults(ports),
        ];
        if (failures.Count > 0)
            throw new OptionsValidationException(RoleOptions.Section, typeof(RoleOptions), failures);
    }

    private static IEnumerable<string> OfMember(Role role, RoleOptions options, JournalOptions journal)
    {
        if (string.IsNullOrWhiteSpace(options.Name) || options.Name.Length > 150)
            yield return Failure(nameof(RoleOptions.Name), options.Name, "a name of 1 to 150 characters").Single();
        if (string.IsNullOrWhiteSpace(journal.Store))
            yield return $"{JournalOptions.Section}:{nameof(JournalOptions.Store)} is ''; allowed: the PostgreSQL database that the cluster shares, such as Host=db;Database=edu;Username=edu.";
        if (options.SilenceSeconds is < FewestSilenceSeconds or > MostSilenceSeconds)
            yield return Failure(nameof(RoleOptions.SilenceSeconds), $"{options.SilenceSeconds}", $"{FewestSilenceSeconds} to {MostSilenceSeconds} seconds").Single();
        if (role != Role.Silo)
            yield break;
        if (options.LongestRollUpLagSeconds is < 1 or > 3_600)
            yield return Failure(nameof(RoleOptions.LongestRollUpLagSeconds), $"{options.LongestRollUpLagSeconds}", "1 to 3600 seconds").Single();
        if (string.IsNullOrWhiteSpace(options.Address) || (IPAddress.TryParse(options.Address, out var address) && IsOfAllMachines(address)))
            yield return Failure(nameof(RoleOptions.Address), options.Address, AllowedAddress).Single();
    }

    /// <summary>Where the process listens, by the configuration's keys.</summary>
    private static IReadOnlyList<(string Name, int Port)> PortsOf(Role role, RoleOptions options)
    {
        (string, int) web = (RoleCommands.Key(nameof(RoleOptions.Port)), options.Port);
        return role == Role.Silo
            ? [web, (RoleCommands.Key(nameof(RoleOptions.SiloPort)), options.SiloPort), (RoleCommands.Key(nameof(RoleOptions.ClientPort)), options.ClientPort)]
            : [web];
    }

    /// <summary>One of them would take another's place.</summary>
    private static IEnumerable<string> Shared(IReadOnlyList<(string Name, int Port)> ports)
    {
        foreach (var (taken, asked) in ports.SelectMany((first, at) => ports.Skip(at + 1).Select(second => (first, second))))
            if (taken.Port == asked.Port)
                yield return $"{asked.Name} is '{asked.Port}'; allowed: another port than {taken.Name} has.";
    }

    private static IEnumerable<string> OfDashboard(RoleOptions options)
    {
        if (options.GatewayTexts.Count == 0 || !options.GatewayTexts.All(IsGateway))
            yield return Failure(
                nameof(RoleOptions.Gateway), options.Gateway, "the gateway's address without a path, such as http://gateway:8080, or several with semicolons between").Single();
    }

    /// <summary>A session that one process made would mean nothing to the next, nor to itself after a restart.</summary>
    private static IEnumerable<string> OfSignIn(RoleOptions options, AccessOptions access)
    {
        if (access.IsSignInRequired && string.IsNullOrWhiteSpace(options.Keys))
            yield return Failure(nameof(RoleOptions.Keys), options.Keys, "where readers sign in, a directory that all gateways and dashboards share").Single();
    }

    /// <summary>One can listen at these, and reach nobody by them.</summary>
    public static bool IsOfAllMachines(IPAddress address) =>
        address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) || address.Equals(IPAddress.Broadcast);

    private static bool IsGateway(string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var gateway) && gateway.Scheme is ("http" or "https") && gateway.AbsolutePath == "/";

    private static IEnumerable<string> Port(string key, int given) =>
        given is >= 1 and <= 65_535 ? [] : [$"{key} is '{given}'; allowed: a port from 1 to 65535."];

    private static IEnumerable<string> Failure(string key, string given, string allowed) =>
        [$"{RoleOptions.Section}:{key} is '{given}'; allowed: {allowed}."];
}
