using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Grains.RollUps;

namespace EduAnalytics.Grains.Past;

/// <summary>A school as it stood at an instant.</summary>
/// <param name="ledger">Of the entries accepted until then.</param>
internal sealed class PastSchool(OrgUnit unit, SchoolLedger ledger, Catalogue catalogue) : IPastUnit
{
    private readonly SchoolMeasures measures = new(unit, ledger, catalogue);

    public int Size => ledger.Students.Count;

    public ImmutableArray<IndicatorValue> Evaluate(ImmutableArray<ValueQuery> queries) =>
        queries.Evaluate(catalogue, asked => asked == unit.Id ? measures : null);

    public ImmutableArray<Period> PeriodsWithData(OrgUnitId unit, ImmutableArray<string> indicators, SchoolStage? stage) =>
        [.. IndicatorCalculator.PeriodsWithData(indicators.Select(catalogue.Require), stage, measures)];

    public Explanation Explain(string indicator, Period period, SchoolStage? stage) =>
        new IndicatorExplainer(catalogue, measures, ledger.Stated, []).Explain(catalogue.Require(indicator), period, stage);

    public RowUpdate WholeRow()
    {
        var row = new Row(unit.Id);
        row.Refresh(measures, measures.Keys);
        return row.Since(0);
    }
}
