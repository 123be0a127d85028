using System.Globalization;

namespace EduAnalytics.Gateway.Queries;

/// <summary>How an instant is written, in a query and in an address: ISO 8601 with its offset, so that no machine's own zone decides.</summary>
internal static class InstantText
{
    public const string Example = "2024-05-22T08:30:00+08:00";

    private static readonly string[] forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'",
    ];

    public static bool TryParse(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    public static string Refusal(string given) =>
        $"An instant is written in ISO 8601 with its offset, such as '{Example}'; '{given}' is not.";
}
