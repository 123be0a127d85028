using System.Globalization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Texts;

namespace EduAnalytics.Dashboard.Figures;

/// <summary>Writes numbers, dates and periods as a language does.</summary>
public sealed class NumberWriter(Language language, ScreenTexts texts)
{
    /// <summary>The whole of China keeps one time.</summary>
    internal static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    public const decimal BriefFrom = 100_000;

    private readonly CultureInfo _culture = language.Culture;

    /// <summary>The sign or word after a number: <c>%</c>, <c>元</c>; empty for a pure ratio.</summary>
    public string UnitOf(Indicator indicator) => texts.Units.GetValueOrDefault(indicator.Unit, indicator.Unit);

    /// <summary>With its unit, to the indicator's decimals: <c>28.77%</c>, <c>62,171,886.03 元</c>.</summary>
    public string Value(decimal value, Indicator indicator) => WithUnit(Plain(value, indicator), indicator.Unit);

    /// <summary>With its unit, to the digits the authority gave: a report that says 3.4 % does not say 3.40 %.</summary>
    public string Stated(decimal value, Indicator indicator) =>
        WithUnit(value.ToString($"N{value.Scale}", _culture), indicator.Unit);

    /// <summary>Eight digits cannot be compared at a glance: from 100,000 on shortened to four, <c>6,217.2 万元</c>, <c>62.17 m CNY</c>.</summary>
    public string Brief(decimal value, Indicator indicator) => Math.Abs(value) < BriefFrom
        ? Value(value, indicator)
        : BriefNumber.Write(value, language) + UnitOf(indicator);

    /// <summary>Without the unit, where a column's head names it.</summary>
    public string Plain(decimal value, Indicator indicator) =>
        value.ToString($"N{indicator.Decimals}", _culture);

    /// <summary>With the sign always written and a true minus: <c>+6.07</c>, <c>−1.20</c>, <c>0.00</c>.</summary>
    public string Change(decimal change, Indicator indicator)
    {
        var size = Math.Abs(change).ToString($"N{indicator.Decimals}", _culture);
        return change switch { > 0 => $"+{size}", < 0 => $"−{size}", _ => size };
    }

    /// <summary>A change of a percentage is in points, not in per cent; a large one is shortened.</summary>
    public string ChangeWithUnit(decimal change, Indicator indicator) => Math.Abs(change) >= BriefFrom
        ? (change > 0 ? "+" : "−") + Brief(Math.Abs(change), indicator)
        : indicator.Unit == "percent" ? $"{Change(change, indicator)} {texts.Figure.Points}" : WithUnit(Change(change, indicator), indicator.Unit);

    /// <summary>The target as a condition: <c>≥ 50%</c>.</summary>
    public string Target(decimal target, Indicator indicator)
    {
        var sign = indicator.Direction == Direction.LowerIsBetter ? "≤" : "≥";
        return $"{sign} {WithUnit(target.ToString("#,0.####", _culture), indicator.Unit)}";
    }

    /// <summary>A count or amount to the digits it has.</summary>
    public string Amount(decimal amount) => amount.ToString("#,0.####", _culture);

    /// <summary>An amount of a measure with the measure's unit, large ones in full: <c>361,583 元</c>.</summary>
    /// <param name="unit">The catalogue's word for it.</param>
    public string Amount(decimal amount, string unit) => WithUnit(Amount(amount), unit);

    /// <summary>A share of one as a percentage, cut and never rounded up: 84.99 % is not the 85 that was asked for.</summary>
    public string Share(decimal share) => (decimal.Floor(share * 1000) / 10).ToString("0.#", _culture) + "%";

    public string Period(string period) => PeriodText.Write(period, texts.Figure);

    /// <summary>Date and minute, in China's time.</summary>
    public string Moment(DateTimeOffset moment) =>
        moment.ToOffset(ChinaTime).ToString(texts.Figure.MomentFormat, _culture);

    /// <summary>A day as a day, an instant as one.</summary>
    public string Past(PastMoment moment) =>
        moment.Day is { } day ? day.ToString(texts.Figure.DayFormat, _culture) : Moment(moment.Instant);

    /// <summary>Time of day to the minute, in China's time.</summary>
    public string Minute(DateTimeOffset moment) => moment.ToOffset(ChinaTime).ToString("HH:mm", _culture);

    /// <summary>Time of day to the second, in China's time.</summary>
    public string Clock(DateTimeOffset moment) =>
        moment.ToOffset(ChinaTime).ToString("HH:mm:ss", _culture);

    /// <param name="code">The catalogue's word for the unit.</param>
    private string WithUnit(string number, string code) => UnitAfter(number, code) switch
    {
        "" => number,
        "%" => number + "%",
        var unit => $"{number} {unit}",
    };

    /// <summary>One person, and two people.</summary>
    private string UnitAfter(string number, string code) =>
        number.TrimStart('+', '−') == "1" && texts.UnitsOfOne.TryGetValue(code, out var one) ? one : texts.Units.GetValueOrDefault(code, code);
}
