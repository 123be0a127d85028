using EduAnalytics.Gateway.Transport.Rates;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway;

/// <summary>Checks all options at start and names every one that is wrong, with its value and what would be right.</summary>
internal sealed class GatewayOptionsCheck : IValidateOptions<GatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        List<string> failures =
        [
            .. Outside(nameof(options.MaxRequestBytes), options.MaxRequestBytes, 1_024, 1_073_741_824),
            .. Outside(nameof(options.MaxDepth), options.MaxDepth, 1, 200),
            .. Outside(nameof(options.MaxDocumentCharacters), options.MaxDocumentCharacters, 1_000, 100_000_000),
            .. Outside(nameof(options.MaxTokens), options.MaxTokens, 100, 10_000_000),
            .. Outside(nameof(options.MaxNesting), options.MaxNesting, 4, 400),
            .. Outside(nameof(options.MaxFields), options.MaxFields, 1, 100_000),
            .. Outside(nameof(options.MaxFieldMerges), options.MaxFieldMerges, 0, 10_000_000),
            .. Outside(nameof(options.MaxFragmentVisits), options.MaxFragmentVisits, 1, 100_000),
            .. Outside(nameof(options.MaxGrainCalls), options.MaxGrainCalls, 1, 100_000_000),
            .. Outside(nameof(options.MaxCells), options.MaxCells, 1, 1_000_000_000),
            .. Outside(nameof(options.MaxObjects), options.MaxObjects, 1, 1_000_000_000),
            .. Outside(nameof(options.ExecutionTimeoutSeconds), options.ExecutionTimeoutSeconds, 1, 600),
            .. Outside(nameof(options.ConnectionInitTimeoutSeconds), options.ConnectionInitTimeoutSeconds, 1, 300),
            .. Outside(nameof(options.MaxOperationsPerSocket), options.MaxOperationsPerSocket, 1, 100_000),
            .. Outside(nameof(options.MaxSharedStreams), options.MaxSharedStreams, 0, 10_000_000),
            .. Outside(nameof(options.StreamReservationSeconds), options.StreamReservationSeconds, 1, 3_600),
            .. Outside(nameof(options.KeepAliveSeconds), options.KeepAliveSeconds, 1, 3_600),
            .. Outside(nameof(options.CachedDocumentCharacters), options.CachedDocumentCharacters, 0, 1_000_000_000),
            .. Outside(nameof(options.MaxPageSize), options.MaxPageSize, 1, 100_000),
            .. Outside(nameof(options.DefaultPageSize), options.DefaultPageSize, 1, options.MaxPageSize),
            .. Rates(options.Rates),
            .. Outside($"{nameof(options.Operations)}:{nameof(options.Operations.PersistedCharacters)}", options.Operations.PersistedCharacters, 0, 1_000_000_000),
            .. options.AllowedOrigins.Where(origin => !IsOrigin(origin)).Select(origin =>
                $"{GatewayOptions.Section}:{nameof(options.AllowedOrigins)} has \"{origin}\"; allowed: scheme://host or scheme://host:port, without a path."),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Rates(RateOptions rates) =>
    [
        .. Outside("Rates:RequestsPerSecond", rates.RequestsPerSecond, 1, 1_000_000),
        .. Outside("Rates:Burst", rates.Burst, 1, 10_000_000),
        .. Outside("Rates:MaxSockets", rates.MaxSockets, 1, 1_000_000),
        .. Outside("Rates:MaxSubscriptions", rates.MaxSubscriptions, 1, 10_000_000),
        .. Outside("Rates:SocketMessagesPerSecond", rates.SocketMessagesPerSecond, 1, 1_000_000),
    ];

    private static IEnumerable<string> Outside(string key, int value, int least, int most)
    {
        if (value < least || value > most)
            yield return $"{GatewayOptions.Section}:{key} is {value}; allowed: {least} to {most}.";
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == text;
}
