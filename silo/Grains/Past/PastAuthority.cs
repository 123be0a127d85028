using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Grains.RollUps;

namespace EduAnalytics.Grains.Past;

/// <summary>
/// A district or city as it stood at an instant: the same class that answers live, filled up to the instant and then left
/// alone, so that the two cannot come to different answers.
/// </summary>
internal sealed class PastAuthority(Authority authority, int size) : IPastUnit
{
    public int Size => size;

    public OrgUnitId? Above => authority.Unit.Parent;

    public ImmutableArray<IndicatorValue> Evaluate(ImmutableArray<ValueQuery> queries, Audience audience) => authority.Evaluate(queries, audience);

    public ImmutableArray<YearOfCounts> YearsOf(ImmutableArray<ValueQuery> queries) =>
        authority.YearsOf(queries.SelectMany(authority.Marks.CellsOf));

    public void Heed(ImmutableArray<YearOfCounts> years, ImmutableArray<Closed> closed) => authority.Heed(years, closed);

    public ImmutableArray<Closed> ClosedOf(OrgUnitId child, ImmutableArray<YearOfCounts> years) => authority.ClosedOf(child, years);

    public ImmutableArray<Period> PeriodsWithData(OrgUnitId unit, ImmutableArray<string> indicators, SchoolStage? stage) =>
        authority.PeriodsWithData(unit, indicators, stage);

    public ImmutableArray<Explanation> Explain(ImmutableArray<ValueQuery> queries) => authority.Explain(queries);

    public ImmutableArray<FoundSources> FindSources(ImmutableArray<SourceQuestion> questions, int first) => authority.FindSources(questions, first);

    public RowUpdate WholeRow() => authority.Row.Since(0);
}
