namespace EduAnalytics.Gateway.Export.Csv;

/// <summary>
/// Spreadsheets run a CSV cell that begins like a formula, quoted or not, and a school's name is whatever its clerk
/// registered. An apostrophe before it makes it text. Numbers are no text and are left alone: a fall of −1.5 stays a number.
/// </summary>
internal static class HarmlessText
{
    // With the wide forms of the Chinese keyboard, which Excel takes for the narrow ones.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    public static string? Of(string? text) => text is { Length: > 0 } && Starts.Contains(text[0]) ? $"'{text}" : text;
}
