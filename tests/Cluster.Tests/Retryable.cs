using System.Text.Json;

namespace EduAnalytics.Cluster.Tests;

/// <summary>Which errors a client may meet while silos change: those that say it may come again.</summary>
internal static class Retryable
{
    /// <returns>Null where the answer has no errors; else those that do not say so, of which there should be none.</returns>
    public static IReadOnlyList<string>? Errors(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Where(error => !IsRetryable(error)).Select(error => error.ToString())]
        : null;

    private static bool IsRetryable(JsonElement error) =>
        error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("retryable", out var retryable) && retryable.GetBoolean();
}
