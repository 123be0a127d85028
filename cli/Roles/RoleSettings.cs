using System.Net;
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
        var options = ReadSection<RoleOptions>(configuration, RoleOptions.Section);
        var journal = ReadSection<JournalOptions>(configuration, JournalOptions.Section);
        var access = ReadSection<AccessOptions>(configuration, AccessOptions.Section);
        RoleOptionsCheck.Require(role, options, journal, access);
        if (role != Role.Dashboard)
            JournalServices.Check(journal);
        return new RoleSettings(role, options, journal, access, new ListenSettings(options.Port) { Bind = IPAddress.Parse(options.Bind) });
    }

    /// <summary>The binder's own sentence names key and value.</summary>
    private static T ReadSection<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException refusal)
        {
            throw new OptionsValidationException(section, typeof(T), [refusal.Message]);
        }
    }
}
