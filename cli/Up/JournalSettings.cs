using EduAnalytics.Journal;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Up;

/// <summary>Where the journal lies: the command line says it, else the configuration, else SQLite in the data directory.</summary>
internal static class JournalSettings
{
    /// <param name="directory">The data directory.</param>
    /// <param name="store">The database that the command line names; null for none.</param>
    public static void Apply(JournalOptions options, IConfiguration configuration, string directory, string? store)
    {
        options.Directory = directory;
        try
        {
            configuration.GetSection(JournalOptions.Section).Bind(options);
        }
        catch (InvalidOperationException refusal)
        {
            // The binder's own sentence names key and value.
            throw new OptionsValidationException(JournalOptions.Section, typeof(JournalOptions), [refusal.Message]);
        }
        if (store is not null)
            options.Store = store;
    }
}
