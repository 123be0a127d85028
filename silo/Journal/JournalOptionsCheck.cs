using Microsoft.Extensions.Options;

namespace EduAnalytics.Journal;

/// <summary>Tells every wrong setting at once: its key, what was given, what is allowed.</summary>
internal sealed class JournalOptionsCheck : IValidateOptions<JournalOptions>
{
    public ValidateOptionsResult Validate(string? name, JournalOptions options)
    {
        var failures = new List<string>();
        if (!IsPath(options.Directory))
            failures.Add($"Journal:{nameof(options.Directory)} is '{options.Directory}'; allowed: the path of a directory.");
        RequireWithin(failures, nameof(options.QueueCapacity), options.QueueCapacity, 1, 65_536);
        RequireWithin(failures, nameof(options.LockWaitSeconds), options.LockWaitSeconds, 1, 60);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsPath(string? given) =>
        !string.IsNullOrWhiteSpace(given) && !given.Contains('\0', StringComparison.Ordinal);

    private static void RequireWithin(List<string> failures, string key, int given, int least, int most)
    {
        if (given < least || given > most)
            failures.Add($"Journal:{key} is '{given}'; allowed: a whole number from {least} to {most}.");
    }
}
