using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EduAnalytics.Domain.Periods;

/// <summary>Kinds of reporting period. A figure of one kind is never ordered against a figure of another.</summary>
public enum PeriodType
{
    Year,
    SchoolYear,
    HalfYear,
    Month,
    Day,
}

/// <summary>
/// A reporting period: <c>2023</c>, <c>SY2023</c> (September 2023 to August 2024), <c>2024H1</c>, <c>2024-05</c> or
/// <c>2024-05-22</c>. There is deliberately no ordering between periods: a half-year next to a year is not a fall, and
/// code that wants an order says which (<see cref="Start"/>, or <see cref="Previous"/> within one kind).
/// </summary>
public readonly record struct Period
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private Period(PeriodType type, DateOnly start)
    {
        Type = type;
        Start = start;
    }

    public PeriodType Type { get; }

    /// <summary>The first day that belongs to the period.</summary>
    public DateOnly Start { get; }

    /// <summary>The last day that belongs to the period.</summary>
    public DateOnly End => Following().AddDays(-1);

    /// <summary>The period of the same kind just before this one.</summary>
    public Period Previous => Of(Type, Start.AddDays(-1));

    /// <summary>The period of the same kind just after this one.</summary>
    public Period Next => Of(Type, Following());

    /// <summary>Counts the periods of one kind: each is one more than the period before it.</summary>
    public int Ordinal => Type switch
    {
        PeriodType.Year or PeriodType.SchoolYear => Start.Year,
        PeriodType.HalfYear => (Start.Year * 2) + (Start.Month > 6 ? 1 : 0),
        PeriodType.Month => (Start.Year * 12) + Start.Month - 1,
        _ => Start.DayNumber,
    };

    /// <summary>True where the period is a whole year long: only then may it be held against a yearly target.</summary>
    public bool IsWholeYear => Type is PeriodType.Year or PeriodType.SchoolYear;

    public static Period OfYear(int year) => new(PeriodType.Year, new DateOnly(year, 1, 1));

    public static Period OfSchoolYear(int year) => new(PeriodType.SchoolYear, new DateOnly(year, 9, 1));

    /// <summary>The period of a kind with the given <see cref="Ordinal"/>.</summary>
    public static Period OfOrdinal(PeriodType type, int ordinal) => type switch
    {
        PeriodType.Year => OfYear(ordinal),
        PeriodType.SchoolYear => OfSchoolYear(ordinal),
        PeriodType.HalfYear => new(type, new DateOnly(ordinal / 2, ordinal % 2 == 0 ? 1 : 7, 1)),
        PeriodType.Month => new(type, new DateOnly(ordinal / 12, (ordinal % 12) + 1, 1)),
        _ => new(type, DateOnly.FromDayNumber(ordinal)),
    };

    /// <summary>The period of the given kind in which a day lies.</summary>
    public static Period Of(PeriodType type, DateOnly day) => type switch
    {
        PeriodType.Year => new(type, new DateOnly(day.Year, 1, 1)),
        PeriodType.SchoolYear => new(type, new DateOnly(SchoolYearOf(day), 9, 1)),
        PeriodType.HalfYear => new(type, new DateOnly(day.Year, day.Month <= 6 ? 1 : 7, 1)),
        PeriodType.Month => new(type, new DateOnly(day.Year, day.Month, 1)),
        _ => new(PeriodType.Day, day),
    };

    /// <summary>The year in which the school year of a day began; a school year begins on 1 September.</summary>
    public static int SchoolYearOf(DateOnly day) => day.Month >= 9 ? day.Year : day.Year - 1;

    public bool Contains(DateOnly day) => day >= Start && day <= End;

    public static Period Parse(string text) =>
        TryParse(text, out var period, out var reason) ? period : throw new FormatException(reason);

    /// <summary>False with the reason, as a sentence for the sender, where <paramref name="text"/> is no period.</summary>
    public static bool TryParse(string? text, out Period period, [NotNullWhen(false)] out string? reason)
    {
        period = default;
        reason = null;
        var span = text.AsSpan();
        if (span.Length == 4 && TryYear(span, out var year))
            period = new(PeriodType.Year, new DateOnly(year, 1, 1));
        else if (span.Length == 6 && span.StartsWith("SY") && TryYear(span[2..], out year))
            period = new(PeriodType.SchoolYear, new DateOnly(year, 9, 1));
        else if (span.Length == 6 && span[4] == 'H' && span[5] is '1' or '2' && TryYear(span[..4], out year))
            period = new(PeriodType.HalfYear, new DateOnly(year, span[5] == '1' ? 1 : 7, 1));
        else if (span.Length == 7 && TryDay($"{text}-01", out var month))
            period = new(PeriodType.Month, month);
        else if (span.Length == 10 && TryDay(text!, out var day))
            period = new(PeriodType.Day, day);
        else
            reason = $"'{text}' is no period: write a year 2023, a school year SY2023, a half-year 2024H1, a month 2024-05 or a day 2024-05-22.";
        return reason is null;
    }

    public override string ToString() => Type switch
    {
        PeriodType.Year => Start.Year.ToString("0000", CultureInfo.InvariantCulture),
        PeriodType.SchoolYear => string.Create(CultureInfo.InvariantCulture, $"SY{Start.Year:0000}"),
        PeriodType.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}H{(Start.Month == 1 ? 1 : 2)}"),
        PeriodType.Month => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private DateOnly Following() => Type switch
    {
        PeriodType.Year or PeriodType.SchoolYear => Start.AddYears(1),
        PeriodType.HalfYear => Start.AddMonths(6),
        PeriodType.Month => Start.AddMonths(1),
        _ => Start.AddDays(1),
    };

    private static bool TryYear(ReadOnlySpan<char> digits, out int year) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= FirstYear and <= LastYear;

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is >= FirstYear and <= LastYear;
}
