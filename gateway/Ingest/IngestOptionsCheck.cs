using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Ingest;

/// <summary>Checks all options at start and names every one that is wrong, with its value and what would be right.</summary>
internal sealed class IngestOptionsCheck : IValidateOptions<IngestOptions>
{
    public ValidateOptionsResult Validate(string? name, IngestOptions options)
    {
        List<string> failures =
        [
            .. Outside(nameof(options.MaxStreamBytes), options.MaxStreamBytes, 1_024, 1L << 50),
            .. Outside(nameof(options.MaxLineBytes), options.MaxLineBytes, 256, 16 * 1024 * 1024),
            .. Outside(nameof(options.MaxFileBytes), options.MaxFileBytes, 1_024, 1L << 40),
            .. Outside(nameof(options.SubmissionsInFlight), options.SubmissionsInFlight, 1, 10_000),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Outside(string key, long value, long least, long most)
    {
        if (value < least || value > most)
            yield return $"{IngestOptions.Section}:{key} is {value}; allowed: {least} to {most}.";
    }
}
