using System.Globalization;
using System.Text.RegularExpressions;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Import.Cells;

/// <summary>Reads periods as the system writes them and as statistics do: 2023年, 2023—2024学年, 2024年上半年, 2023/24.</summary>
internal static partial class PeriodCell
{
    public const string Expected = "a period such as 2023, 2023年, SY2023, 2023-2024学年, 2023/24, 2024H1, 2024年上半年, 2024-05 or 2024-05-22";

    public static bool TryParse(string cell, out Period period)
    {
        if (Period.TryParse(cell, out period, out _))
            return true;
        var text = CellText.Plain(cell).Replace(" ", "", StringComparison.Ordinal);
        if (Period.TryParse(text, out period, out _))
            return true;
        return Spelt(text) is { } spelt && Period.TryParse(spelt, out period, out _);
    }

    private static string? Spelt(string text)
    {
        if (Year().Match(text) is { Success: true } year)
            return year.Groups["year"].Value;
        if (SchoolYear().Match(text) is { Success: true } school && Follows(school.Groups["year"].Value, school.Groups["next"].Value))
            return $"SY{school.Groups["year"].Value}";
        if (HalfYear().Match(text) is { Success: true } half)
            return $"{half.Groups["year"].Value}H{(half.Groups["half"].Value is "上" or "1" ? 1 : 2)}";
        return Month().Match(text) is { Success: true } month
            ? string.Create(CultureInfo.InvariantCulture, $"{month.Groups["year"].Value}-{int.Parse(month.Groups["month"].Value, CultureInfo.InvariantCulture):00}")
            : null;
    }

    /// <summary>2023-2024 and 2023/24 are a school year; 2023-2025 is none, and 2023-12 is a month.</summary>
    private static bool Follows(string year, string next) =>
        next.Length == 0 || (int.Parse(year, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).EndsWith(next, StringComparison.Ordinal);

    [GeneratedRegex("^(?<year>[0-9]{4})年度?$")]
    private static partial Regex Year();

    [GeneratedRegex("^(?:SY)?(?<year>[0-9]{4})(?:(?:[-/–—~至](?<next>[0-9]{4}|(?<=/)[0-9]{2}))(?:学年|年度)?|学年(?<next>))$", RegexOptions.IgnoreCase)]
    private static partial Regex SchoolYear();

    [GeneratedRegex("^(?<year>[0-9]{4})年?(?:(?<half>[上下])半年|[Hh](?<half>[12]))$")]
    private static partial Regex HalfYear();

    [GeneratedRegex("^(?<year>[0-9]{4})[年/.](?<month>[0-9]{1,2})月?$")]
    private static partial Regex Month();
}
