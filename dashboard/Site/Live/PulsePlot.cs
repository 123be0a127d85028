using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Live;

/// <summary>The arrivals of the last hour as bars, a bar a minute.</summary>
public static class PulsePlot
{
    private const int Minutes = 60;

    /// <summary>CSS pixels, as on a phone: scaled down, its numbers could not be read.</summary>
    private const int Width = 340;
    private const int Height = 190;

    public static DateTimeOffset MinuteOf(DateTimeOffset moment) => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMinute), moment.Offset);

    /// <param name="newest">The minute under way.</param>
    public static PulseSpec Of(LiveActivity activity, DateTimeOffset newest, Visitor visitor)
    {
        var texts = visitor.Texts.Live;
        var arrived = activity.Minutes.ToDictionary(minute => minute.Start.UtcDateTime, minute => minute.Submissions);
        var bars = Enumerable.Range(1 - Minutes, Minutes)
            .Select(back => newest.AddMinutes(back))
            .Select(minute => new PulseBar(visitor.Numbers.Minute(minute), arrived.GetValueOrDefault(minute.UtcDateTime)))
            .ToValueList();
        var most = bars.MaxBy(bar => bar.Amount)!;
        return new PulseSpec
        {
            Title = texts.Pulse,
            Description = string.Format(visitor.Language.Culture, texts.PulseSummary, visitor.Numbers.Amount(bars.Sum(bar => bar.Amount)), visitor.Numbers.Amount(most.Amount), most.Name),
            Bars = bars,
            Width = Width,
            Height = Height,
            Decimals = 0,
            Unit = texts.PulseUnit,
            Transparent = true,
            Culture = visitor.Language.Culture.Name,
            IdPrefix = "pulse",
            Texts = new PulseTexts { Time = texts.Time, Amount = texts.Submissions, Nothing = texts.NothingArrived },
        };
    }
}
