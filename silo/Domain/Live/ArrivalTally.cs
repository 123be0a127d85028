using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Domain.Live;

/// <summary>What one unit sent: by kind on the newest day, by minute for an hour. So much is kept, however much arrives.</summary>
internal sealed class ArrivalTally
{
    private readonly Dictionary<SourceKind, (int Submissions, long Lines)> day = [];
    private readonly Dictionary<DateTimeOffset, (int Submissions, long Lines)> minutes = [];
    private DateOnly newestDay;

    public void Add(ArrivalCount count)
    {
        if (count.Day > newestDay)
        {
            day.Clear();
            newestDay = count.Day;
        }

        if (count.Day == newestDay)
            day[count.Kind] = Sum(day.GetValueOrDefault(count.Kind), count);
        if (minutes.TryGetValue(count.Minute, out var held))
        {
            minutes[count.Minute] = Sum(held, count);
            return;
        }

        minutes.Add(count.Minute, Sum(default, count));
        foreach (var past in minutes.Keys.Where(minute => minute <= count.Minute - UnitActivity.Window).ToList())
            minutes.Remove(past);
    }

    /// <summary>Empty on another day than the newest.</summary>
    public IEnumerable<KindCount> On(DateOnly asked) =>
        asked == newestDay ? day.Select(pair => new KindCount(pair.Key, pair.Value.Submissions, pair.Value.Lines)) : [];

    public IEnumerable<MinuteCount> After(DateTimeOffset moment) =>
        minutes.Where(pair => pair.Key > moment).Select(pair => new MinuteCount(pair.Key, pair.Value.Submissions, pair.Value.Lines));

    private static (int Submissions, long Lines) Sum((int Submissions, long Lines) held, ArrivalCount count) =>
        (held.Submissions + count.Submissions, held.Lines + count.Lines);
}
