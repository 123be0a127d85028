using System.Globalization;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Contracts.Past;

/// <summary>An org unit at an instant: the key of the grain that answers for it.</summary>
public readonly record struct PastKey(OrgUnitId OrgUnit, DateTimeOffset Instant)
{
    /// <summary>In no org unit's code.</summary>
    private const char Separator = '@';

    /// <exception cref="FormatException">The text is no such key.</exception>
    public static PastKey Parse(string text) =>
        text.Split(Separator) is [var code, var instant]
            ? new PastKey(OrgUnitId.Parse(code), ParseInstant(instant))
            : throw new FormatException($"'{text}' is no unit at an instant.");

    /// <summary>One text for one instant, whatever offset it was given with: to 100 ns, in UTC.</summary>
    public static string TextOf(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset ParseInstant(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override string ToString() => $"{OrgUnit.Code}{Separator}{TextOf(Instant)}";
}
