using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Import.Cells;
using EduAnalytics.Import.Columns;

namespace EduAnalytics.Import;

/// <summary>What the receiving system knows: its catalogue and its org units, with names for both.</summary>
public sealed class ImportKnowledge
{
    private readonly ILookup<string, OrgUnit> unitsByName;

    /// <param name="today">The day against which dates are future.</param>
    public ImportKnowledge(Catalogue catalogue, OrgUnitTree units, DateOnly today)
    {
        (Catalogue, Units, Today) = (catalogue, units, today);
        Codes = new CatalogueCodes(catalogue);
        unitsByName = units.All
            .SelectMany(unit => new[] { unit.Name, unit.NameEn }.OfType<string>().Distinct(), (unit, name) => (Key: CellText.Key(name), Unit: unit))
            .ToLookup(entry => entry.Key, entry => entry.Unit, StringComparer.Ordinal);
    }

    public Catalogue Catalogue { get; }

    public CatalogueCodes Codes { get; }

    public OrgUnitTree Units { get; }

    public DateOnly Today { get; }

    /// <summary>The code of a measure or indicator that goes by this code or name; null where none does.</summary>
    public string? FindCode(string word) => Codes.FindCode(word);

    /// <summary>The units that go by this code, or else by this name; several where schools of two districts share one.</summary>
    public IReadOnlyList<OrgUnit> FindUnits(string word)
    {
        if (OrgUnitId.TryParse(word, out var id, out _) && Units.Find(id) is { } unit)
            return [unit];
        return [.. unitsByName[CellText.Key(word)]];
    }

    /// <summary>False for shares and averages given in percent.</summary>
    public bool IsPercent(string code) =>
        (Catalogue.FindMeasure(code)?.Unit ?? Catalogue.FindIndicator(code)?.Unit) == "percent";
}
