using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Domain.Findings;

/// <summary>
/// What a look at one unit may read: its measures, what it stated and from which documents, and the tree it stands in.
/// Lives for one round of looks and keeps each indicator it computed, since several rules ask for the same one.
/// </summary>
/// <param name="tree">Null at a school, below which there is nothing.</param>
public sealed class FindingScope(Catalogue catalogue, IMeasures measures, StatedFigures stated, OrgUnitTree? tree)
{
    private readonly Dictionary<(string Code, Spot Spot), IndicatorReading> readings = [];

    public Catalogue Catalogue => catalogue;

    public OrgUnit Unit => measures.Unit;

    /// <summary>The problems that the unit names itself.</summary>
    public NamedProblems Problems { get; init; } = new();

    /// <summary>The stages taught at or below the unit.</summary>
    public ImmutableArray<SchoolStage> Stages => tree?.StagesOf(Unit) ?? Unit.Stages;

    /// <summary>The schools below the unit that teach any of the stages; null at a school.</summary>
    public int? CountSchools(ImmutableArray<SchoolStage> stages) =>
        tree is null ? null : tree.Below(Unit.Id).Count(unit => unit.Level == OrgUnitLevel.School && unit.Stages.Any(stages.Contains));

    internal IndicatorReading Read(string code, Spot spot)
    {
        if (readings.TryGetValue((code, spot), out var known))
            return known;
        var reading = IndicatorReading.Of(catalogue.FindIndicator(code)!, spot, measures);
        readings.Add((code, spot), reading);
        return reading;
    }

    /// <summary>True where any single stage has the indicator, so that a look at all together would say it again.</summary>
    internal bool IsKeptByStage(string code, Spot spot)
    {
        if (spot.Stage is not null || catalogue.FindIndicator(code) is not { Stages: { Length: > 1 } stages })
            return false;
        foreach (var stage in stages)
        {
            if (Read(code, spot with { Stage = stage }).Exact is not null)
                return true;
        }

        return false;
    }

    /// <summary>A measure as formulas take it: summed, or as stated.</summary>
    internal Term? Find(string code, Spot spot) => Term.Choose(spot.Cell(code), measures);

    internal MeasureTotal? FindSum(string code, Spot spot) => measures.TrySummed(spot.Cell(code), out var total) ? total : null;

    /// <summary>The statement behind a cell. In a school of one stage, what is stated of the school is stated of that stage.</summary>
    internal StatedFigure? FindStatement(MeasureKey cell)
    {
        if (stated.TryFind(cell, catalogue, out var figure))
            return figure;
        var isOnlyStage = Unit.Level == OrgUnitLevel.School && Unit.Stages is [var only] && cell.Stage == only;
        return isOnlyStage && stated.TryFind(cell with { Stage = null }, catalogue, out var unstaged) ? unstaged : null;
    }

    internal ImmutableArray<SourceReference> SourcesOf(IEnumerable<MeasureKey> cells) =>
        [.. StatedSources.Of(cells.Select(FindStatement).OfType<StatedFigure>(), Unit.Id)];

    /// <summary>A measure's or indicator's name, with the stage where it has several.</summary>
    internal Wording NameOf(string code, SchoolStage? stage) => FindingNames.Of(catalogue, code, stage);

    internal Wording AmountOf(string code, decimal value) => FindingNames.Amount(catalogue, code, value);
}
