using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Problems;

namespace EduAnalytics.Gateway.Release;

/// <summary>
/// The problems that units name themselves, for readers who reach them. They are the authority's own published words, and
/// are shown as written or not at all.
/// </summary>
public sealed class ProblemRelease(ProblemQueries problems, OrgUnitQueries orgUnits)
{
    /// <inheritdoc cref="ProblemQueries.Of"/>
    /// <exception cref="QueryRefusedException">The unit is not for the caller.</exception>
    public async Task<IEnumerable<Released<ListedProblem>>> Of(Caller caller, OrgUnit unit, Period? period)
    {
        if (!new Rights(caller, await orgUnits.Tree()).Reaches(unit.Id))
            throw Forbidden.ToRead(caller, unit.Id.Code);
        return (await problems.Of(unit, period)).Select(problem => new Released<ListedProblem>(problem));
    }
}
