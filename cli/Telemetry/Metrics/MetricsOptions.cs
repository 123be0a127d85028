using System.Net;
using EduAnalytics.Cli.Starting;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Telemetry.Metrics;

/// <summary>Where a process shows its metrics to Prometheus; section <c>EduAnalytics:Metrics</c>.</summary>
internal sealed class MetricsOptions
{
    public const string Section = "EduAnalytics:Metrics";
    public const string PortKey = $"{Section}:{nameof(Port)}";

    /// <summary>The port of <c>/metrics</c>, which serves nothing else; null to show none.</summary>
    public int? Port { get; set; }

    /// <summary>This machine's address to listen at with that port. Nobody signs in there, so what reaches it may read it.</summary>
    public string Bind { get; set; } = "127.0.0.1";

    /// <param name="others">As <see cref="Faults"/> has it.</param>
    /// <exception cref="OptionsValidationException">With every setting that is wrong.</exception>
    public static MetricsOptions Read(IConfiguration configuration, params IReadOnlyList<(string Name, int Port)> others)
    {
        var options = ConfiguredSettings.Read<MetricsOptions>(configuration, Section);
        List<string> failures = [.. options.Faults(others)];
        return failures.Count == 0 ? options : throw new OptionsValidationException(Section, typeof(MetricsOptions), failures);
    }

    /// <param name="others">
    /// The ports at which the process listens for something else, each with the key or the option that sets it. None of them is
    /// taken yet when the process looks whether the metrics' port is free.
    /// </param>
    /// <returns>A sentence for each setting that is wrong.</returns>
    public IEnumerable<string> Faults(IEnumerable<(string Name, int Port)> others)
    {
        if (Port is { } port and (< 1 or > 65_535))
            yield return $"{PortKey} is '{port}'; allowed: a port from 1 to 65535, or none.";
        foreach (var other in others.Where(other => other.Port == Port))
            yield return $"{PortKey} is '{Port}'; allowed: another port than {other.Name} has.";
        if (!IPAddress.TryParse(Bind, out _))
            yield return $"{Section}:{nameof(Bind)} is '{Bind}'; allowed: an IP address of this machine, such as 10.0.0.5, or 0.0.0.0 for all.";
    }
}
