using System.Collections.Immutable;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct BreakdownQuerySurrogate
{
    [Id(0)] public OrgUnitId OrgUnit;
    [Id(1)] public string Indicator;
    [Id(2)] public Period Period;
}

[RegisterConverter]
internal sealed class BreakdownQueryConverter : IConverter<BreakdownQuery, BreakdownQuerySurrogate>
{
    public BreakdownQuery ConvertFromSurrogate(in BreakdownQuerySurrogate surrogate) => new(surrogate.OrgUnit, surrogate.Indicator, surrogate.Period);

    public BreakdownQuerySurrogate ConvertToSurrogate(in BreakdownQuery value) => new() { OrgUnit = value.OrgUnit, Indicator = value.Indicator, Period = value.Period };
}

[GenerateSerializer]
internal struct CellCountsSurrogate
{
    [Id(0)] public int? Grade;
    [Id(1)] public Sex? Sex;
    [Id(2)] public ImmutableArray<int> Counts;
}

[RegisterConverter]
internal sealed class CellCountsConverter : IConverter<CellCounts, CellCountsSurrogate>
{
    public CellCounts ConvertFromSurrogate(in CellCountsSurrogate surrogate) => new(new GradeAndSex(surrogate.Grade, surrogate.Sex), surrogate.Counts);

    public CellCountsSurrogate ConvertToSurrogate(in CellCounts value) => new() { Grade = value.Cell.Grade, Sex = value.Cell.Sex, Counts = value.Counts };
}

[GenerateSerializer]
internal struct UnitBreakdownSurrogate
{
    [Id(0)] public ImmutableArray<CellCounts> Cells;
    [Id(1)] public bool AddsUp;
}

[RegisterConverter]
internal sealed class UnitBreakdownConverter : IConverter<UnitBreakdown, UnitBreakdownSurrogate>
{
    public UnitBreakdown ConvertFromSurrogate(in UnitBreakdownSurrogate surrogate) => new(surrogate.Cells, surrogate.AddsUp);

    public UnitBreakdownSurrogate ConvertToSurrogate(in UnitBreakdown value) => new() { Cells = value.Cells, AddsUp = value.AddsUp };
}
