using EduAnalytics.Journal;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Up;

/// <summary>Where the journal lies: the command line says it, else the configuration, else SQLite in the data directory.</summary>
internal static class JournalSettings
{
    public static void Apply(JournalOptions options, IConfiguration configuration, UpSettings settings)
    {
        options.Directory = settings.Data;
        try
        {
            configuration.GetSection(JournalOptions.Section).Bind(options);
        }
        catch (InvalidOperationException refusal)
        {
            // The binder's own sentence names key and value.
            throw new OptionsValidationException(JournalOptions.Section, typeof(JournalOptions), [refusal.Message]);
        }
        if (settings.Store is { } store)
            options.Store = store;
    }
}
