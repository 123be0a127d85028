using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Gateway.Queries;

/// <summary>How a unit stood by the standards over the periods for which anything is known.</summary>
public sealed class ComplianceHistory(IGrainFactory grains, ComplianceQueries compliance, StandardQueries standards)
{
    /// <param name="standard">Null for all that ask anything of such a unit.</param>
    /// <param name="to">Periods that end later are left out; null for none.</param>
    /// <param name="last">The newest so many of each standard; null for all.</param>
    /// <exception cref="QueryRefusedException">The standard is unknown, or fewer than none are asked for.</exception>
    public async Task<IReadOnlyList<Compliance>> Of(OrgUnit unit, string? standard, Period? to, int? last)
    {
        if (last < 0)
            throw new QueryRefusedException(QueryErrorCodes.BadArgument, $"There are no {last} periods; ask for 1 or more.", "last");
        var asked = standard is null ? standards.All : [standards.Require(standard)];
        var courses = await Task.WhenAll(asked.Select(one => Course(unit, one, to, last)));
        return [.. courses.SelectMany(course => course)];
    }

    /// <summary>From the newest back, so that no more is assessed than is asked for.</summary>
    private async Task<IReadOnlyList<Compliance>> Course(OrgUnit unit, Standard standard, Period? to, int? last)
    {
        var course = new Stack<Compliance>();
        foreach (var period in (await Periods(unit, standard)).Where(period => to is not { } bound || period.End <= bound.End).Reverse())
        {
            if (course.Count == last)
                break;
            var assessed = await compliance.Assess(unit, standard.Code, period);
            if (assessed.Report.Results.Any(result => result.Status != TargetStatus.NoData))
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
