using EduAnalytics.Cli.Starting;
using EduAnalytics.Journal;

namespace EduAnalytics.Cli.Up;

/// <summary>Where the journal lies: the command line says it, else the configuration, else SQLite in the data directory.</summary>
internal static class JournalSettings
{
    /// <param name="directory">The data directory.</param>
    /// <param name="store">The database that the command line names; null for none.</param>
    public static void Apply(JournalOptions options, IConfiguration configuration, string directory, string? store)
    {
        options.Directory = directory;
        ConfiguredSettings.Bind(configuration, JournalOptions.Section, options);
        if (store is not null)
            options.Store = store;
    }
}
