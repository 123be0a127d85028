using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;

namespace EduAnalytics.Gateway.Release.Values;

/// <summary>A measure's or an indicator's cell in the table of one unit.</summary>
public readonly record struct UnitCell(OrgUnitId Unit, MeasureKey Key);

/// <summary>
/// Which cells are withheld from a reader, for answers that hold a cell's number without being an indicator's value: a part
/// of a sum, a finding's evidence, a criterion's result.
/// </summary>
/// <remarks>
/// An indicator's cell is hidden where its value is. A count of students is hidden where an indicator is that has it alone
/// above or below the line, and also where there is no such indicator: nobody then has judged the count by itself.
/// </remarks>
public sealed class HiddenCells(ValueRelease values, Catalogue catalogue)
{
    /// <summary>The unit of measures that count students, of whom a few could be recognised.</summary>
    private const string Students = "students";

    /// <summary>The hidden ones among cells of units that the reader reaches, found in one call a district.</summary>
    /// <param name="asOf">The past instant as of which the cells were read; null for as they stand.</param>
    internal async Task<IReadOnlySet<UnitCell>> Among(Rights rights, IEnumerable<UnitCell> cells, DateTimeOffset? asOf = null)
    {
        if (rights.IsStaff)
            return new HashSet<UnitCell>();
        var witnesses = cells.Distinct().Select(cell => (Cell: cell, Witnesses: WitnessesOf(cell))).ToList();
        var withheld = await values.Withheld(rights, [.. witnesses.SelectMany(one => one.Witnesses ?? []).Select(query => query with { AsOf = asOf })]);
        return witnesses
            .Where(one => one.Witnesses is { } asked && (asked.Count == 0 || asked.Any(query => withheld.Contains(query with { AsOf = asOf }))))
            .Select(one => one.Cell)
            .ToHashSet();
    }

    /// <summary>The values that a cell is hidden with; null where it counts no students and is never hidden.</summary>
    private List<ValueQuery>? WitnessesOf(UnitCell cell)
    {
        var key = catalogue.Normalise(cell.Key);
        if (catalogue.FindIndicator(key.Code) is { } own)
            return Kept(own, key) ? [QueryOf(own, cell.Unit, key)] : null;
        if (catalogue.FindMeasure(key.Code) is { Derivation: null, Unit: not Students })
            return null;
        return
        [
            .. catalogue.IndicatorsReading(key.Code)
                .Where(indicator => HasAlone(indicator.Formula, key.Code) && Kept(indicator, key))
                .Select(indicator => QueryOf(indicator, cell.Unit, key)),
        ];
    }

    private static ValueQuery QueryOf(Indicator indicator, OrgUnitId unit, MeasureKey key) => new(unit, indicator.Code, key.Period, key.Stage);

    private static bool Kept(Indicator indicator, MeasureKey key) =>
        indicator.PeriodTypes.Contains(key.Period.Type) && (key.Stage is not { } stage || indicator.Stages.Contains(stage));

    private static bool HasAlone(Formula formula, string measure) => formula switch
    {
        Formula.Sum { Terms: [var only] } => only == measure,
        Formula.Ratio { Numerator: [var only] } when only == measure => true,
        Formula.Ratio { Denominator: [var only] } => only == measure,
        _ => false,
    };
}
