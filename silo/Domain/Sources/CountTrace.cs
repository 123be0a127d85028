using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools.Counting;

namespace EduAnalytics.Domain.Sources;

/// <summary>Follows chosen counts of a school through a replay, by the changes that the counting itself tells of.</summary>
internal sealed class CountTrace : ICountListener
{
    private readonly Dictionary<(CountedMeasure Measure, Period Period, SchoolStage Stage), TracedCount[]> counts = [];
    private readonly Dictionary<TallyKey, List<TracedCount>> byTally = [];
    private readonly Dictionary<(RollKind Roll, SchoolStage Stage), List<TracedCount>> byRoll = [];
    private readonly Dictionary<string, int> students = new(StringComparer.Ordinal);
    private readonly List<TracedCount> touched = [];
    private int lines;

    /// <summary>Lines gone through so far.</summary>
    public int LineCount => lines;

    public bool IsEmpty => counts.Count == 0;

    public void Follow(CountedMeasure measure, Period period, SchoolStage stage)
    {
        if (counts.ContainsKey((measure, period, stage)))
            return;
        TracedCount[] ways = [.. CountTerms.AllOf(measure, period).Select(terms => new TracedCount(terms, period))];
        counts.Add((measure, period, stage), ways);
        foreach (var way in ways)
        {
            if (way.Terms.Roll is { } roll)
                ListAt(byRoll, (roll, stage)).Add(way);
            if (way.Terms.First is { } first)
                ListAt(byTally, new TallyKey(first, period, stage)).Add(way);
            if (way.Terms.Second is { } second)
                ListAt(byTally, new TallyKey(second, period, stage)).Add(way);
        }
    }

    /// <summary>A followed count as the counts, now complete, make it up.</summary>
    public TracedCount Find(CountedMeasure measure, Period period, SchoolStage stage, RecordCounts complete)
    {
        var terms = complete.TermsOf(measure, period, stage);
        return counts[(measure, period, stage)].Single(way => way.Terms == terms);
    }

    public void OnTally(TallyKey key, int by)
    {
        if (!byTally.TryGetValue(key, out var listening))
            return;
        foreach (var count in listening)
        {
            Touch(count);
            count.OnTally(key.Tally, by);
        }
    }

    public void OnRoll(RollKind roll, SchoolStage stage, int month, int by)
    {
        if (!byRoll.TryGetValue((roll, stage), out var listening))
            return;
        foreach (var count in listening)
        {
            if (month > count.Terms.Month)
                continue;
            Touch(count);
            count.OnRoll(by);
        }
    }

    /// <summary>One line of a student has been counted.</summary>
    public void EndLine(string student, DateOnly on)
    {
        if (touched.Count > 0)
        {
            if (!students.TryGetValue(student, out var number))
                students.Add(student, number = students.Count);
            foreach (var count in touched)
                count.EndLine(number, lines, on);
            touched.Clear();
        }

        lines++;
    }

    private void Touch(TracedCount count)
    {
        if (!count.IsTouched)
            touched.Add(count);
    }

    private static List<TracedCount> ListAt<TKey>(Dictionary<TKey, List<TracedCount>> lists, TKey key) where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}
