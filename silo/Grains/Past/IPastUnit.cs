using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Grains.Past;

/// <summary>A unit as it stood at an instant: answers as its live grain did then.</summary>
internal interface IPastUnit
{
    /// <summary>Cells and students held, for the silo's account of its memory.</summary>
    int Size { get; }

    ImmutableArray<IndicatorValue> Evaluate(ImmutableArray<ValueQuery> queries);

    ImmutableArray<Period> PeriodsWithData(OrgUnitId unit, ImmutableArray<string> indicators, SchoolStage? stage);

    ImmutableArray<Explanation> Explain(ImmutableArray<ValueQuery> queries);

    ImmutableArray<FoundSources> FindSources(ImmutableArray<SourceQuestion> questions, int first);

    RowUpdate WholeRow();
}
