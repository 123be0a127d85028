using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Release.Standards;

/// <summary>How a unit stood by the standards over the periods for which anything is known.</summary>
public sealed class ComplianceHistory(
    IGrainFactory grains, ComplianceRelease compliance, StandardQueries standards, OrgUnitQueries orgUnits)
{
    /// <param name="standard">Null for all that ask anything of such a unit.</param>
    /// <param name="to">Periods that end later are left out; null for none.</param>
    /// <param name="last">The newest so many of each standard; null for all.</param>
    /// <exception cref="QueryRefusedException">
    /// The standard is unknown, fewer than none are asked for, or the unit is not for the caller.
    /// </exception>
    public async Task<IReadOnlyList<Released<Compliance>>> Of(Caller caller, OrgUnit unit, string? standard, Period? to, int? last)
    {
        if (!new Rights(caller, await orgUnits.Tree()).Reaches(unit.Id))
            throw Forbidden.ToRead(caller, unit.Id.Code);
        if (last < 0)
            throw new QueryRefusedException(QueryErrorCodes.BadArgument, $"There are no {last} periods; ask for 1 or more.", "last");
        var asked = standard is null ? standards.All : [standards.Require(standard)];
        var courses = await Task.WhenAll(asked.Select(one => Course(caller, unit, one, to, last)));
        return [.. courses.SelectMany(course => course)];
    }

    /// <summary>From the newest back, so that no more is assessed than is asked for.</summary>
    private async Task<IReadOnlyList<Released<Compliance>>> Course(Caller caller, OrgUnit unit, Standard standard, Period? to, int? last)
    {
        var course = new Stack<Released<Compliance>>();
        foreach (var period in (await Periods(unit, standard)).Where(period => to is not { } bound || period.End <= bound.End).Reverse())
        {
            if (course.Count == last)
                break;
            var assessed = await compliance.Assess(caller, unit, standard.Code, period);
            if (assessed.Shown.Report.Results.Any(result => result.Status != TargetStatus.NoData))
                course.Push(assessed);
        }

        return [.. course];
    }

    /// <summary>In order; in some of them what is known may not be enough for any criterion.</summary>
    private async Task<ImmutableArray<Period>> Periods(OrgUnit unit, Standard standard)
    {
        var asked = standard.Criteria.Select(criterion => criterion.Indicator.Code).Distinct();
        return await grains.RowKeeper(unit).PeriodsWithData(unit.Id, [.. asked], null);
    }
}
