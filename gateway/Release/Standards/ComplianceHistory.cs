using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Access;
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

    /// <summary>
    /// A list for each query, in their order, from the oldest period on, null where the unit did not answer in time; the queries must
    /// have passed <see cref="Check"/>. A list in which something is not known (<see cref="Compliance.IsKnown"/>) ends there.
    /// </summary>
    public async Task<IReadOnlyList<IReadOnlyList<Released<Compliance>>?>> Of(Caller caller, IReadOnlyList<HistoryQuery> queries)
    {
        var courses = queries.Select(query => AskedFor(query).Select(standard => new Course(query, standard)).ToList()).ToList();
        await Task.WhenAll(courses.SelectMany(own => own).GroupBy(course => course.Standard).Select(FindPeriods));
        var areSilent = false;
        while (courses.SelectMany(own => own).Where(course => course.IsOpen).ToList() is { Count: > 0 } open)
        {
            // A silent district is waited for in every round: after the first such round there is but one more.
            var asked = open.SelectMany(course => course.Next(areSilent ? int.MaxValue : 1), (course, query) => (Course: course, Query: query)).ToList();
            var assessed = await compliance.Assess(caller, [.. asked.Select(one => one.Query)]);
            foreach (var (one, report) in asked.Zip(assessed))
                one.Course.Take(report);
            areSilent |= assessed.Any(report => !report.Shown.Silent.IsEmpty);
        }

        return [.. courses.Select(own => own.Exists(course => course.IsSilent) ? null : own.SelectMany(course => course.Known).ToList())];
    }

    private IEnumerable<Standard> AskedFor(HistoryQuery query) => query.Standard is { } code ? [standards.Require(code)] : standards.All;

    /// <summary>In some of the periods what is known may not be enough for any criterion.</summary>
    private async Task FindPeriods(IGrouping<Standard, Course> alike)
    {
        var courses = alike.ToList();
        var asked = alike.Key.Criteria.Select(criterion => criterion.Indicator).DistinctBy(indicator => indicator.Code);
        var periods = await indicators.PeriodsWithData([.. courses.Select(course => course.OrgUnit)], [.. asked], null, null);
        foreach (var (course, own) in courses.Zip(periods))
            course.Begin(own);
    }

    /// <summary>One unit's way back through the periods of one standard.</summary>
    private sealed class Course(HistoryQuery query, Standard standard)
    {
        private readonly Stack<Period> ahead = [];
        private readonly Stack<Released<Compliance>> known = [];

        public OrgUnit OrgUnit => query.OrgUnit;

        public Standard Standard => standard;

        public bool IsOpen => ahead.Count > 0 && known.Count != query.Last;

        /// <summary>Whether not even the periods are known.</summary>
        public bool IsSilent { get; private set; }

        /// <summary>From the oldest on.</summary>
        public IEnumerable<Released<Compliance>> Known => known;

        /// <param name="periods">In order; null where the unit did not tell them.</param>
        public void Begin(ImmutableArray<Period>? periods)
        {
            IsSilent = periods is null;
            foreach (var period in (periods ?? []).Where(period => query.To is not { } bound || period.End <= bound.End))
                ahead.Push(period);
        }

        /// <summary>The newest periods that were not assessed yet.</summary>
        public IEnumerable<ComplianceQuery> Next(int most)
        {
            for (; most > 0 && ahead.TryPop(out var period); most--)
                yield return new ComplianceQuery(query.OrgUnit, standard.Code, period);
        }

        /// <summary>A silent district may know what the others do not: a report without it is no empty one.</summary>
        public void Take(Released<Compliance> assessed)
        {
            if (known.Count == query.Last || (known.TryPeek(out var before) && !before.Shown.IsKnown))
                return;
            if (!assessed.Shown.Silent.IsEmpty || assessed.Shown.Report.Results.Any(result => result.Status != TargetStatus.NoData))
                known.Push(assessed);
            if (!assessed.Shown.IsKnown)
                ahead.Clear();
        }
    }
}
