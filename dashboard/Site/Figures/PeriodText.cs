using System.Globalization;
using EduAnalytics.Dashboard.Texts;

namespace EduAnalytics.Dashboard.Figures;

/// <summary>Period codes as words: <c>2024H1</c> is 2024年上半年 or first half of 2024.</summary>
public static class PeriodText
{
    /// <summary>A code of a kind this page does not know stands as it is.</summary>
    public static string Write(string period, FigureTexts texts) => period switch
    {
        { Length: 4 } => Fill(texts.Year, period),
        ['S', 'Y', .. { Length: 4 } year] => Fill(texts.SchoolYear, year, Next(year)),
        [.. { Length: 4 } year, 'H', '1'] => Fill(texts.FirstHalf, year),
        [.. { Length: 4 } year, 'H', '2'] => Fill(texts.SecondHalf, year),
        _ => period,
    };

    /// <summary>The calendar year in which a period begins; null where the code names none.</summary>
    public static int? YearOf(string period)
    {
        var year = period.StartsWith("SY", StringComparison.Ordinal) ? period[2..] : period;
        return year.Length >= 4 && int.TryParse(year[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>Whether it spans a whole year and so can stand on a line with other years.</summary>
    public static bool IsWholeYear(string period) =>
        period.Length == 4 || period.StartsWith("SY", StringComparison.Ordinal);

    /// <summary>Whether it is a year from January to December, by which targets are set.</summary>
    public static bool IsCalendarYear(string period) => period.Length == 4;

    private static string Next(string year) =>
        ((YearOf(year) ?? 0) + 1).ToString(CultureInfo.InvariantCulture);

    private static string Fill(string format, params object[] parts) =>
        string.Format(CultureInfo.InvariantCulture, format, parts);
}
