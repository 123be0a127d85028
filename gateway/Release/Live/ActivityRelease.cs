using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Live;

namespace EduAnalytics.Gateway.Release.Live;

/// <summary>What happened lately, as a reader may see it.</summary>
public sealed class ActivityRelease(ActivityQueries activity, WithheldQueries withheld, OrgUnitQueries orgUnits)
{
    /// <summary>
    /// What was accepted from a unit and below. Lines of records count students: all but the unit's staff are told how often
    /// something came, and not how many students it was about.
    /// </summary>
    /// <exception cref="QueryRefusedException">The unit is unknown or not for the caller.</exception>
    public async Task<Released<ShownActivity>> Arrivals(Caller caller, string id)
    {
        var (unit, rights) = await Admit(caller, id);
        var found = await activity.Arrivals(unit);
        return new Released<ShownActivity>(new ShownActivity(
            unit,
            found.CountedSince,
            [.. Enum.GetValues<SourceKind>().Select(kind => Shown(kind, found.Today.FirstOrDefault(count => count.Kind == kind), rights))],
            [.. found.Minutes.Select(minute => new ShownMinute(minute.Minute, minute.Submissions, rights.IsStaff ? Lines(minute.Lines) : null))]));
    }

    /// <summary>
    /// What moved within the last hour. A change that tells a withheld value is left out as a whole: that the number moved at
    /// the very moment at which a school reported is news about that school. So is one of a total with something withheld below:
    /// the step from what it was may be that school's count.
    /// </summary>
    /// <exception cref="QueryRefusedException">The unit is unknown or not for the caller.</exception>
    public async Task<IEnumerable<Released<RecentChange>>> Changes(Caller caller, string id, int first)
    {
        var (unit, rights) = await Admit(caller, id);
        if (rights.IsStaff)
            return Shown(await activity.Changes(unit, Audience.Staff));
        var changes = (await activity.Changes(unit, Audience.Everyone)).Where(change => change.Now.Withheld is null).ToList();
        var overHidden = await withheld.OverHidden(changes.Select(QueryOf));
        return Shown(changes.Where(change => !overHidden.Contains(QueryOf(change))));

        IEnumerable<Released<RecentChange>> Shown(IEnumerable<RecentChange> told) => told.Take(first).Select(change => new Released<RecentChange>(change));
    }

    private static ValueQuery QueryOf(RecentChange change) => new(change.Now.OrgUnit, change.Now.Indicator, change.Now.Period, change.Now.Stage);

    private static ShownKind Shown(SourceKind kind, KindCount? count, Rights rights) => new(
        kind, count?.Submissions ?? 0, rights.IsStaff || kind is SourceKind.Figures or SourceKind.Problems ? Lines(count?.Lines ?? 0) : null);

    /// <summary>GraphQL's whole numbers end there.</summary>
    private static int Lines(long lines) => (int)Math.Min(int.MaxValue, lines);

    private async Task<(OrgUnit Unit, Rights Rights)> Admit(Caller caller, string id)
    {
        var unit = await orgUnits.Require(id);
        var rights = new Rights(caller, await orgUnits.Tree());
        return rights.Reaches(unit.Id) ? (unit, rights) : throw Forbidden.ToRead(caller, id);
    }
}
