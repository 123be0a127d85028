using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Domain.Live;

/// <summary>
/// Which values of a district or a city and its children moved within the last hour, and from where. Nothing is worked out
/// while records arrive but the value that is about to go; the rest is looked at later, a burst as one.
/// </summary>
/// <remarks>Bounded: of more values than <see cref="MostValues"/> those that moved longest ago are forgotten first.</remarks>
public sealed class ChangeLog
{
    /// <summary>A district of 100 schools with ten indicators each; a wall shows some dozens.</summary>
    public const int MostValues = 1_024;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Steps nearer to each other than this are kept as one.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private readonly Dictionary<ValueQuery, Course> courses = [];
    private readonly HashSet<ValueQuery> touched = [];

    public bool IsEmpty => courses.Count == 0;

    /// <summary>Whether the value about to change is known; where it is not, <see cref="Begin"/> is to be told it.</summary>
    public bool Knows(ValueQuery query) => courses.ContainsKey(query);

    /// <summary>Takes a value as it stands before it changes.</summary>
    public void Begin(ValueQuery query, IndicatorValue standing) => courses.TryAdd(query, new Course(standing));

    /// <summary>Notes that a value may have changed. One that is not known stays so: it is noise from before anyone looked.</summary>
    public void Touch(ValueQuery query)
    {
        if (courses.ContainsKey(query))
            touched.Add(query);
    }

    /// <summary>What is to be read and told to <see cref="Settle"/>.</summary>
    public ImmutableArray<ValueQuery> TakeTouched()
    {
        ImmutableArray<ValueQuery> taken = [.. touched];
        touched.Clear();
        return taken;
    }

    /// <summary>Takes a value as it stands after it may have changed.</summary>
    public void Settle(ValueQuery query, IndicatorValue now, DateTimeOffset at)
    {
        if (courses.TryGetValue(query, out var course))
            course.Move(now, at);
    }

    /// <summary>Forgets what is older than the hour, and the longest unmoved where there is too much.</summary>
    public void Trim(DateTimeOffset now)
    {
        foreach (var (query, course) in courses.ToList())
            if (!course.Trim(now - Window) && !touched.Contains(query))
                courses.Remove(query);
        foreach (var query in courses.OrderByDescending(pair => pair.Value.MovedAt).Skip(MostValues).Select(pair => pair.Key).ToList())
            courses.Remove(query);
    }

    /// <summary>What moved, the newest first; a value that is back where it was is no change.</summary>
    public IEnumerable<RecentChange> Since(DateTimeOffset moment) => courses.Values
        .Select(course => course.Since(moment)).OfType<RecentChange>()
        .Where(change => change.Before.Value != change.Now.Value || change.Before.Reported != change.Now.Reported)
        .OrderByDescending(change => change.At);

    /// <summary>A value's way: where it stands, and where it stood before the first step of each minute.</summary>
    private sealed class Course(IndicatorValue standing)
    {
        private readonly List<(DateTimeOffset At, IndicatorValue Before, int Times)> minutes = [];

        /// <summary>Of one that has not moved yet, as if it were about to.</summary>
        public DateTimeOffset MovedAt { get; private set; } = DateTimeOffset.MaxValue;

        public void Move(IndicatorValue now, DateTimeOffset at)
        {
            var before = standing;
            standing = now;
            if (now.Value == before.Value && now.Reported == before.Reported)
                return;
            MovedAt = at;
            if (minutes is [.., var newest] && at - newest.At < Step)
                minutes[^1] = newest with { Times = newest.Times + 1 };
            else
                minutes.Add((at, before, 1));
        }

        /// <returns>False where nothing moved since.</returns>
        public bool Trim(DateTimeOffset moment)
        {
            minutes.RemoveAll(minute => minute.At <= moment);
            return minutes.Count > 0;
        }

        public RecentChange? Since(DateTimeOffset moment)
        {
            var within = minutes.Where(minute => minute.At > moment).ToList();
            return within.Count == 0 ? null : new RecentChange(within[0].Before, standing, MovedAt, within.Sum(minute => minute.Times));
        }
    }
}
