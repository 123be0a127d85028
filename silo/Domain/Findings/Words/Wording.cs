using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Findings.Words;

/// <summary>The same words in both of the system's languages.</summary>
public readonly record struct Wording(string Chinese, string English)
{
    public static readonly Wording None = new("", "");

    public static Wording Of(decimal number) => new(FormulaText.Number(number), FormulaText.Number(number));

    /// <summary>A number with its unit; counts of cases and ratios stand without one.</summary>
    public static Wording Of(decimal number, MeasureUnit? unit)
    {
        var digits = FormulaText.Number(number);
        return unit?.Code switch
        {
            null or "count" or "ratio" => new(digits, digits),
            "percent" => new($"{digits}%", $"{digits}%"),
            _ => new($"{digits}{unit.Name}", $"{digits} {unit.NameEn}"),
        };
    }

    public static Wording Of(Period period) => period.Type switch
    {
        PeriodType.Year => new($"{period.Start.Year}年", $"{period.Start.Year}"),
        PeriodType.SchoolYear => new($"{period.Start.Year}学年", $"school year {period.Start.Year}/{(period.Start.Year + 1) % 100:00}"),
        PeriodType.HalfYear when period.Start.Month == 1 => new($"{period.Start.Year}年上半年", $"first half of {period.Start.Year}"),
        PeriodType.HalfYear => new($"{period.Start.Year}年下半年", $"second half of {period.Start.Year}"),
        PeriodType.Month => new($"{period.Start.Year}年{period.Start.Month}月", $"{period.Start:yyyy-MM}"),
        _ => new($"{period.Start.Year}年{period.Start.Month}月{period.Start.Day}日", $"{period.Start:yyyy-MM-dd}"),
    };

    public static Wording Of(SchoolStage stage) => stage switch
    {
        SchoolStage.Kindergarten => new("幼儿园", "kindergarten"),
        SchoolStage.Primary => new("小学", "primary"),
        SchoolStage.Junior => new("初中", "junior"),
        _ => new("高中", "senior"),
    };

    public static Wording Of(TargetComparison comparison) => comparison switch
    {
        TargetComparison.AtLeast => new("不低于", "at least"),
        TargetComparison.AtMost => new("不高于", "at most"),
        _ => new("低于", "below"),
    };

    public static Wording List(IEnumerable<Wording> parts)
    {
        var all = parts.ToList();
        return new(string.Join("、", all.Select(part => part.Chinese)), string.Join(", ", all.Select(part => part.English)));
    }

    public static Wording operator +(Wording left, Wording right) => new(left.Chinese + right.Chinese, left.English + right.English);

    /// <summary>The words with a space between them in English; Chinese sets none.</summary>
    public Wording Then(Wording next) => new(Chinese + next.Chinese, $"{English} {next.English}");
}
