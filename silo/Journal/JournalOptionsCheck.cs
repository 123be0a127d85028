using Microsoft.Extensions.Options;
using Npgsql;

namespace EduAnalytics.Journal;

/// <summary>Tells every wrong setting at once: its key, what was given, what is allowed.</summary>
internal sealed class JournalOptionsCheck : IValidateOptions<JournalOptions>
{
    public ValidateOptionsResult Validate(string? name, JournalOptions options)
    {
        var failures = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Store))
            RequireDirectory(failures, options.Directory);
        else
            RequireDatabase(failures, options.Store);
        RequireWithin(failures, nameof(options.QueueCapacity), options.QueueCapacity, 1, 65_536);
        RequireWithin(failures, nameof(options.LockWaitSeconds), options.LockWaitSeconds, 1, 60);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void RequireDirectory(List<string> failures, string? given)
    {
        if (string.IsNullOrWhiteSpace(given) || given.Contains('\0', StringComparison.Ordinal))
            failures.Add($"{KeyOf(nameof(JournalOptions.Directory))} is '{given}'; allowed: the path of a directory.");
    }

    /// <summary>What was given is not repeated: it may hold a password.</summary>
    private static void RequireDatabase(List<string> failures, string given)
    {
        const string allowed = "allowed: empty for SQLite, or a PostgreSQL connection string such as Host=db;Database=edu;Username=edu.";
        try
        {
            if (string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(given).Host))
                failures.Add($"{KeyOf(nameof(JournalOptions.Store))} names no Host; {allowed}");
        }
        catch (Exception refusal) when (refusal is ArgumentException or FormatException or KeyNotFoundException)
        {
            failures.Add($"{KeyOf(nameof(JournalOptions.Store))} cannot be read; {allowed}");
        }
    }

    private static void RequireWithin(List<string> failures, string key, int given, int least, int most)
    {
        if (given < least || given > most)
            failures.Add($"{KeyOf(key)} is '{given}'; allowed: a whole number from {least} to {most}.");
    }

    private static string KeyOf(string setting) => $"{JournalOptions.Section}:{setting}";
}
