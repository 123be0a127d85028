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

    /// <exception cref="OptionsValidationException">With every setting that is wrong.</exception>
    public static MetricsOptions Read(IConfiguration configuration)
    {
        var options = ConfiguredSettings.Read<MetricsOptions>(configuration, Section);
        List<string> failures = [];
        if (options.Port is { } port and (< 1 or > 65_535))
            failures.Add($"{Section}:{nameof(Port)} is '{port}'; allowed: a port from 1 to 65535, or none.");
        if (!IPAddress.TryParse(options.Bind, out _))
            failures.Add($"{Section}:{nameof(Bind)} is '{options.Bind}'; allowed: an IP address of this machine, such as 10.0.0.5, or 0.0.0.0 for all.");
        return failures.Count == 0 ? options : throw new OptionsValidationException(Section, typeof(MetricsOptions), failures);
    }
}
