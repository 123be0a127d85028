using System.Collections.Frozen;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Import.Cells;

namespace EduAnalytics.Import.Columns;

/// <summary>What the catalogue calls its measures, indicators and fitness items: by code, or by name in either language.</summary>
public sealed class CatalogueCodes
{
    private readonly FrozenDictionary<string, string> codes;
    private readonly FrozenDictionary<string, string> items;

    public CatalogueCodes(Catalogue catalogue)
    {
        // Where an indicator bears a measure's name, the measure goes first: it is what can be summed.
        codes = ByWord(catalogue.Measures.Where(measure => measure.Derivation is null)
            .Select(measure => (measure.Code, measure.Name, measure.NameEn))
            .Concat(catalogue.Indicators.Select(indicator => (indicator.Code, indicator.Name, indicator.NameEn))));
        items = ByWord(new[] { FitnessItemCodes.Bmi, FitnessItemCodes.HeightCm, FitnessItemCodes.WeightKg }.Select(code => (code, code, code))
            .Concat(catalogue.Fitness?.Items.Select(item => (item.Code, item.Name, item.NameEn)) ?? []));
    }

    /// <summary>The code of a measure or indicator that goes by this code or name; null where none does.</summary>
    public string? FindCode(string word) => codes.GetValueOrDefault(CellText.Key(word));

    /// <summary>The code of a fitness item that goes by this code or name; null where none does.</summary>
    public string? FindItem(string word) => items.GetValueOrDefault(CellText.Key(word));

    private static FrozenDictionary<string, string> ByWord(IEnumerable<(string Code, string Name, string NameEn)> named) => named
        .SelectMany(one => new[] { one.Code, one.Name, one.NameEn }, (one, word) => (Key: CellText.Key(word), one.Code))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Code, StringComparer.Ordinal);
}
