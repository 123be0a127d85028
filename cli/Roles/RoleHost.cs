using System.Globalization;
using EduAnalytics.Cli.Roles.Health;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Telemetry;
using EduAnalytics.Cli.Up;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Npgsql;

namespace EduAnalytics.Cli.Roles;

/// <summary>What every process of a cluster has: configuration, a web server, keys, telemetry, health.</summary>
internal static class RoleHost
{
    /// <summary>
    /// Connections of a process to the tables of membership and reminders. Each statement takes about a millisecond and one
    /// connection; a silo at which all districts ask to be reminded would else open dozens, and keep them from the journal.
    /// </summary>
    private const int MembershipConnections = 4;

    /// <summary>One name for all, or a session made by one could not be read by another.</summary>
    private const string KeyRing = "eduanalytics";

    /// <param name="told">What the command line says, under the configuration's keys.</param>
    public static WebApplicationBuilder CreateBuilder(IReadOnlyDictionary<string, string?> told)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(RoleHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(told);
        return builder;
    }

    /// <exception cref="StartRefusedException">Others could reach the process, and everyone would be an administrator.</exception>
    public static void AddRole(this WebApplicationBuilder builder, RoleSettings settings)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(settings.Listening.Bind!, settings.Listening.Port);
        });
        if (settings.Role != Role.Silo)
        {
            Exposure.RefuseOpenDoor(builder.Configuration, settings.Listening, settings.Access);
            Exposure.LimitNames(builder.Configuration, settings.Listening, settings.Access);
        }
        var keys = builder.Services.AddDataProtection().SetApplicationName(KeyRing);
        if (!string.IsNullOrWhiteSpace(settings.Options.Keys))
            keys.PersistKeysToFileSystem(new DirectoryInfo(settings.Options.Keys));
        builder.Services.AddResponseCompression(compression => compression.MimeTypes =
        [
            .. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "image/svg+xml",
            "text/csv", "application/vnd.apache.arrow.file",
        ]);
        builder.Services.AddSingleton(settings);
        builder.AddEduTelemetry($"edu-{settings.Role.ToString().ToLower(CultureInfo.InvariantCulture)}", settings.Options.Port, LogFormat.Json);
        builder.AddRoleHealth();
    }

    /// <summary>The same database as the journal's; the runtime's own statements name no schema.</summary>
    public static string MembershipStore(JournalOptions journal) => new NpgsqlConnectionStringBuilder(journal.Store)
    {
        SearchPath = PostgresTables.MembershipSchema,
        ApplicationName = "EduAnalytics membership",
        Timeout = journal.LockWaitSeconds,
        MinPoolSize = 0,
        MaxPoolSize = MembershipConnections,
    }.ConnectionString;
}
