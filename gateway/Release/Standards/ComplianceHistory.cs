using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Release.Standards;

/// <summary>How one unit stood by the standards over the periods for which anything is known.</summary>
/// <param name="Standard">A standard's code; null for all that ask anything of such a unit.</param>
/// <param name="To">Periods that end later are left out; null for none.</param>
/// <param name="Last">The newest so many of each standard; null for all.</param>
public readonly record struct HistoryQuery(OrgUnit OrgUnit, string? Standard, Period? To, int? Last);

/// <summary>Assesses from the newest period back, all units side by side, so that no more is assessed than is asked for.</summary>
public sealed class ComplianceHistory(
    IndicatorQueries indicators, ComplianceRelease compliance, StandardQueries standards, OrgUnitQueries orgUnits)
{
    /// <exception cref="QueryRefusedException">
    /// The standard is unknown, fewer than none are asked for, or the unit is not for the caller.
    /// </exception>
    public async Task Check(Caller caller, HistoryQuery query)
    {
        if (!new Rights(caller, await orgUnits.Tree()).Reaches(query.OrgUnit.Id))
            throw Forbidden.ToRead(caller, query.OrgUnit.Id.Code);
        if (query.Last < 0)
            throw new QueryRefusedException(QueryErrorCodes.BadArgument, $"There are no {query.Last} periods; ask for 1 or more.", "last");
        if (query.Standard is { } standard)
            standards.Require(standard);
    }

    /// <summary>A list for each query, in their order, from the oldest period on; the queries must have passed <see cref="Check"/>.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Released<Compliance>>>> Of(Caller caller, IReadOnlyList<HistoryQuery> queries)
    {
        var courses = queries.Select(query => AskedFor(query).Select(standard => new Course(query, standard)).ToList()).ToList();
        await Task.WhenAll(courses.SelectMany(own => own).GroupBy(course => course.Standard).Select(FindPeriods));
        while (courses.SelectMany(own => own).Where(course => course.IsOpen).ToList() is { Count: > 0 } open)
        {
            var assessed = await compliance.Assess(caller, [.. open.Select(course => course.Next())]);
            foreach (var (course, one) in open.Zip(assessed))
                course.Take(one.Shown.Silent.IsEmpty ? one : throw new UnitSilentException(one.Shown.Silent[0]));
        }

        return [.. courses.Select(own => own.SelectMany(course => course.Known).ToList())];
    }

    private IEnumerable<Standard> AskedFor(HistoryQuery query) => query.Standard is { } code ? [standards.Require(code)] : standards.All;

    /// <summary>In some of the periods what is known may not be enough for any criterion.</summary>
    private async Task FindPeriods(IGrouping<Standard, Course> alike)
    {
        var courses = alike.ToList();
        var asked = alike.Key.Criteria.Select(criterion => criterion.Indicator).DistinctBy(indicator => indicator.Code);
        var periods = await indicators.PeriodsWithData([.. courses.Select(course => course.OrgUnit)], [.. asked], null, null);
        foreach (var (course, own) in courses.Zip(periods))
            course.Begin(own ?? throw new UnitSilentException(course.OrgUnit));
    }

    /// <summary>One unit's way back through the periods of one standard.</summary>
    private sealed class Course(HistoryQuery query, Standard standard)
    {
        private readonly Stack<Period> ahead = [];
        private readonly Stack<Released<Compliance>> known = [];

        public OrgUnit OrgUnit => query.OrgUnit;

        public Standard Standard => standard;

        public bool IsOpen => ahead.Count > 0 && known.Count != query.Last;

        /// <summary>From the oldest on.</summary>
        public IEnumerable<Released<Compliance>> Known => known;

        /// <param name="periods">In order.</param>
        public void Begin(IEnumerable<Period> periods)
        {
            foreach (var period in periods.Where(period => query.To is not { } bound || period.End <= bound.End))
                ahead.Push(period);
        }

        public ComplianceQuery Next() => new(query.OrgUnit, standard.Code, ahead.Pop());

        public void Take(Released<Compliance> assessed)
        {
            if (assessed.Shown.Report.Results.Any(result => result.Status != TargetStatus.NoData))
                known.Push(assessed);
        }
    }
}
