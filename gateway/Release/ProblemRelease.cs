using EduAnalytics.Domain.OrgUnits;
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
    /// <exception cref="QueryRefusedException">The unit is not for the caller.</exception>
    public async Task Check(Caller caller, OrgUnit unit)
    {
        if (!new Rights(caller, await orgUnits.Tree()).Reaches(unit.Id))
            throw Forbidden.ToRead(caller, unit.Id.Code);
    }

    /// <inheritdoc cref="ProblemQueries.Of"/>
    /// <exception cref="QueryRefusedException">A unit is not for the caller.</exception>
    public async Task<IReadOnlyList<IEnumerable<Released<ListedProblem>>>> Of(Caller caller, IReadOnlyList<ProblemQuery> queries)
    {
        foreach (var query in queries)
            await Check(caller, query.OrgUnit);
        return [.. (await problems.Of(queries)).Select(listed => listed.Select(problem => new Released<ListedProblem>(problem)))];
    }
}
