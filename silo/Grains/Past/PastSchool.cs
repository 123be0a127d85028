using System.Collections.Immutable;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Grains.Breakdowns;
using EduAnalytics.Grains.Findings;
using EduAnalytics.Grains.RollUps;

namespace EduAnalytics.Grains.Past;

/// <summary>A school as it stood at an instant.</summary>
/// <param name="ledger">Of the entries accepted until then.</param>
internal sealed class PastSchool(OrgUnit unit, SchoolLedger ledger, Catalogue catalogue) : IPastUnit
{
    private readonly SchoolMeasures measures = new(unit, ledger, catalogue);
    private readonly HeldPeriods periods = new();

    public int Size => ledger.Students.Count;

    /// <summary>A school alone withholds nothing: where it must, its district is asked for it.</summary>
    public OrgUnitId? Above => null;

    public ImmutableArray<YearOfCounts> YearsOf(ImmutableArray<ValueQuery> queries) => [];

    public void Heed(ImmutableArray<YearOfCounts> years, ImmutableArray<Closed> closed) =>
        throw new InvalidOperationException("A school has nothing to heed.");

    public ImmutableArray<Closed> ClosedOf(OrgUnitId child, ImmutableArray<YearOfCounts> years) =>
        throw new InvalidOperationException("A school has no children.");

    public ImmutableArray<IndicatorValue> Evaluate(ImmutableArray<ValueQuery> queries, Audience audience) =>
        queries.Evaluate(catalogue, asked => asked == unit.Id ? measures : null);

    public ImmutableArray<Period> PeriodsWithData(OrgUnitId unit, ImmutableArray<string> indicators, SchoolStage? stage) =>
        [.. periods.Of(measures).WithData(indicators.Select(catalogue.Require), stage)];

    public ImmutableArray<Explanation> Explain(ImmutableArray<ValueQuery> queries) => queries.Explain(catalogue, Explainer, unit.Id);

    /// <summary>Its figures only: what is behind its counts is read from the journal, by the version that its value has.</summary>
    public ImmutableArray<FoundSources> FindSources(ImmutableArray<SourceQuestion> questions, int first) =>
        [.. questions.Select(question => Explainer.FindSources(question).Cut(first))];

    private IndicatorExplainer Explainer => new(catalogue, measures, ledger.Stated, []);

    /// <summary>What the school's own grain would have found, and keep of what was said.</summary>
    public SchoolFound Found()
    {
        var book = SchoolBook.Of(measures, ledger, catalogue);
        book.Touch(measures.Keys);
        return new SchoolFound([.. book.Standing()], ledger.Acknowledged.All, ledger.Problems.Of(unit.Id));
    }

    public UnitBreakdown BreakDown(BreakdownQuery query) => SchoolBreakdown.Of(measures, ledger, query.Counted(catalogue), query.Period, catalogue);

    public RowUpdate WholeRow()
    {
        var row = new Row(unit.Id);
        row.Refresh(measures, measures.Keys);
        return row.Since(0);
    }
}
