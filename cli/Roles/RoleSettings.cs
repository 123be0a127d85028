using System.Net;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Telemetry.Metrics;
using EduAnalytics.Cli.Up;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Journal;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Roles;

/// <summary>All that a role was told: by the command line, else the environment, else <c>appsettings.json</c>.</summary>
internal sealed record RoleSettings(Role Role, RoleOptions Options, JournalOptions Journal, AccessOptions Access, ListenSettings Listening)
{
    /// <exception cref="OptionsValidationException">With every setting that is wrong.</exception>
    public static RoleSettings Read(Role role, IConfigurationManager configuration)
    {
        var options = ConfiguredSettings.Read<RoleOptions>(configuration, RoleOptions.Section);
        var journal = ConfiguredSettings.Read<JournalOptions>(configuration, JournalOptions.Section);
        var access = ConfiguredSettings.Read<AccessOptions>(configuration, AccessOptions.Section);
        var metrics = ConfiguredSettings.Read<MetricsOptions>(configuration, MetricsOptions.Section);
        RoleOptionsCheck.Require(role, options, journal, access, metrics);
        if (role != Role.Dashboard)
            JournalServices.Check(journal);
        if (role == Role.Gateway)
            ConfiguredSettings.RequireGateway(configuration);
        return new RoleSettings(role, options, journal, access, new ListenSettings(options.Port) { Bind = IPAddress.Parse(options.Bind) });
    }
}
