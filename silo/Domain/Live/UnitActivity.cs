using System.Collections.Immutable;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Domain.Live;

/// <summary>What a unit and those below it sent lately.</summary>
/// <param name="CountedSince">What was accepted earlier is not in it: counting began with the process, or later.</param>
/// <param name="Today">By kind; a kind of which nothing came is left out.</param>
/// <param name="Minutes">The last hour's minutes in which anything came, the oldest first.</param>
public sealed record UnitActivity(DateTimeOffset CountedSince, ImmutableArray<KindCount> Today, ImmutableArray<MinuteCount> Minutes)
{
    /// <summary>How far back minutes are kept.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Several units' as one. It counts since the last of them does.</summary>
    public static UnitActivity Sum(IReadOnlyCollection<UnitActivity> parts) =>
        Sum(parts.Max(part => part.CountedSince), parts.Select(part => (part.Today.AsEnumerable(), part.Minutes.AsEnumerable())));

    internal static UnitActivity Sum(DateTimeOffset since, IEnumerable<(IEnumerable<KindCount> Today, IEnumerable<MinuteCount> Minutes)> parts)
    {
        var (kinds, minutes) = (new SortedDictionary<SourceKind, KindCount>(), new SortedDictionary<DateTimeOffset, MinuteCount>());
        foreach (var (today, within) in parts)
        {
            foreach (var count in today)
                kinds[count.Kind] = kinds.TryGetValue(count.Kind, out var held) ? held.And(count) : count;
            foreach (var count in within)
                minutes[count.Minute] = minutes.TryGetValue(count.Minute, out var held) ? held.And(count) : count;
        }

        return new UnitActivity(since, [.. kinds.Values], [.. minutes.Values]);
    }
}

/// <summary>What came of one kind.</summary>
public sealed record KindCount(SourceKind Kind, int Submissions, long Lines)
{
    internal KindCount And(KindCount other) => this with { Submissions = Submissions + other.Submissions, Lines = Lines + other.Lines };
}

/// <summary>What came in one minute.</summary>
/// <param name="Minute">Its first moment.</param>
public sealed record MinuteCount(DateTimeOffset Minute, int Submissions, long Lines)
{
    internal MinuteCount And(MinuteCount other) => this with { Submissions = Submissions + other.Submissions, Lines = Lines + other.Lines };
}
