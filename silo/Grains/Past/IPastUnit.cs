using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Grains.Past;

/// <summary>A unit as it stood at an instant: answers as its live grain did then.</summary>
internal interface IPastUnit
{
    /// <summary>Cells and students held, for the silo's account of its memory.</summary>
    int Size { get; }

    /// <summary>The unit above, which decides with it what is withheld; null where there is none.</summary>
    OrgUnitId? Above { get; }

    ImmutableArray<IndicatorValue> Evaluate(ImmutableArray<ValueQuery> queries, Audience audience);

    /// <summary>What the unit above must be asked before the values' marks are right.</summary>
    ImmutableArray<YearOfCounts> YearsOf(ImmutableArray<ValueQuery> queries);

    /// <summary>Takes over what the unit above says.</summary>
    void Heed(ImmutableArray<YearOfCounts> years, ImmutableArray<Closed> closed);

    ImmutableArray<Closed> ClosedOf(OrgUnitId child, ImmutableArray<YearOfCounts> years);

    ImmutableArray<Period> PeriodsWithData(OrgUnitId unit, ImmutableArray<string> indicators, SchoolStage? stage);

    ImmutableArray<Explanation> Explain(ImmutableArray<ValueQuery> queries);

    ImmutableArray<FoundSources> FindSources(ImmutableArray<SourceQuestion> questions, int first);

    RowUpdate WholeRow();
}
