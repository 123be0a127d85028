using System.Globalization;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>As of when figures are shown: of a day its end in China's time, or an instant.</summary>
/// <param name="Day">Null where an instant was given.</param>
public sealed record PastMoment(DateTimeOffset Instant, DateOnly? Day)
{
    private const string DayForm = "yyyy-MM-dd";

    private static readonly string[] instantForms =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>As an address says it.</summary>
    public string Text => Day?.ToString(DayForm, CultureInfo.InvariantCulture)
        ?? Instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>As the gateway reads it.</summary>
    public string Variable => Instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static PastMoment OfDay(DateOnly day) =>
        new(new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, NumberWriter.ChinaTime).ToUniversalTime(), day);

    /// <summary>Null where the text is neither a day nor an instant with its offset.</summary>
    public static PastMoment? Parse(string? text)
    {
        if (DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day > DateOnly.MinValue && day < DateOnly.MaxValue ? OfDay(day) : null;
        return DateTimeOffset.TryParseExact(text, instantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? new PastMoment(instant.ToUniversalTime(), null)
            : null;
    }

    /// <summary>False for a day that has not ended yet: its figures are those of now.</summary>
    public bool IsPast(TimeProvider time) => Instant < time.GetUtcNow();
}
