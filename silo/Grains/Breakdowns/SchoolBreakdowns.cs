using System.Collections.Immutable;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Grains.Breakdowns;

/// <summary>
/// What a district's schools counted by grade and sex, kept until a school's row says that it accepted something. The
/// breakdowns asked for longest ago go first. Used on its grain's scheduler only.
/// </summary>
internal sealed class SchoolBreakdowns
{
    /// <summary>A district of 200 schools holds some 200 kB for each: so much for a screen's indicators and years.</summary>
    private const int MostKept = 24;

    private readonly Dictionary<(string Indicator, Period Period), Kept> kept = [];
    private long clock;

    /// <summary>Each school's, in no order.</summary>
    /// <param name="schools">With the version held of each one's row. A school that never accepted anything is not woken.</param>
    /// <param name="ask">A school's answer, at that version or a later one.</param>
    public async Task<ImmutableArray<(OrgUnitId School, UnitBreakdown Breakdown)>> Read(
        string indicator, Period period, IEnumerable<(OrgUnitId Id, long Version)> schools, Func<BreakdownQuery, Task<UnitBreakdown>> ask)
    {
        var held = Hold((indicator, period));
        var answers = schools.Where(school => school.Version > 0).Select(async school =>
        {
            if (!held.Find(school.Id, school.Version, out var answer))
                held.Schools[school.Id] = (school.Version, answer = ask(new BreakdownQuery(school.Id, indicator, period)));
            return (school.Id, await answer);
        });
        return [.. await Task.WhenAll(answers.ToList())];
    }

    private Kept Hold((string Indicator, Period Period) asked)
    {
        if (!kept.TryGetValue(asked, out var held))
        {
            if (kept.Count == MostKept)
                kept.Remove(kept.MinBy(one => one.Value.AskedAt).Key);
            kept.Add(asked, held = new Kept());
        }

        held.AskedAt = ++clock;
        return held;
    }

    private sealed class Kept
    {
        public Dictionary<OrgUnitId, (long Version, Task<UnitBreakdown> Answer)> Schools { get; } = [];

        public long AskedAt { get; set; }

        public bool Find(OrgUnitId school, long version, out Task<UnitBreakdown> answer)
        {
            var found = Schools.TryGetValue(school, out var known) && known.Version == version && !known.Answer.IsFaulted && !known.Answer.IsCanceled;
            answer = known.Answer;
            return found;
        }
    }
}
