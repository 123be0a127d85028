using System.Globalization;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Import.Cells;
using EduAnalytics.Import.Columns;
using YamlDotNet.RepresentationModel;

namespace EduAnalytics.Import.Mappings;

/// <summary>
/// One column of a mapping: a role (<c>orgUnit</c>, <c>ignored</c>, …), a period, or the code of a measure, an indicator or a
/// fitness item; or several keys: <c>{ is: finance.allocated, stage: PRIMARY, scale: 万 }</c>.
/// </summary>
internal static class ColumnEntry
{
    private static readonly Dictionary<string, decimal> scales = new(StringComparer.Ordinal)
    {
        ["千"] = 1_000,
        ["万"] = 10_000,
        ["百万"] = 1_000_000,
        ["亿"] = 100_000_000,
    };

    /// <summary>Roles that only a heading's meaning can give are no words of a mapping.</summary>
    private static readonly Dictionary<string, ColumnRole> roles = Enum.GetValues<ColumnRole>()
        .Except([ColumnRole.Figure, ColumnRole.PeriodValue, ColumnRole.FitnessItem])
        .ToDictionary(role => char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..], StringComparer.OrdinalIgnoreCase);

    private static readonly string expected =
        $"a role ({string.Join(", ", roles.Keys)}), a period, or the code or name of a measure, an indicator or a fitness item";

    public static ColumnUse Read(MappingEntry entry, CatalogueCodes codes)
    {
        if (entry.Value is YamlScalarNode)
            return Use(entry, entry.Value, entry.Scalar(), codes);
        if (entry.Value is not YamlMappingNode keys)
            return Missing(entry);
        var node = entry.Above.Inner(keys);
        var use = node.Text("is") is { } what ? Use(entry, keys.Children["is"], what, codes) : Missing(entry);
        var period = node.Read("period", PeriodCell.Expected, (string text, out Period period) => PeriodCell.TryParse(text, out period));
        use = use with
        {
            Stage = node.Stage("stage"),
            Period = period ?? use.Period,
            Scale = node.Read("scale", "千, 万, 百万, 亿 or a number", (string text, out decimal scale) => TryScale(text, out scale)) ?? 1,
        };
        node.RefuseOtherKeys();
        return use;
    }

    private static ColumnUse Use(MappingEntry entry, YamlNode at, string what, CatalogueCodes codes)
    {
        if (roles.TryGetValue(what, out var role))
            return new ColumnUse(role);
        if (PeriodCell.TryParse(what, out var period))
            return new ColumnUse(ColumnRole.PeriodValue, Period: period);
        if (codes.FindCode(what) is null && codes.FindItem(what) is null)
            entry.Above.Add(at, $"'{entry.Key}' is '{what}'; expected: {expected}");
        return new ColumnUse(ColumnRole.Figure, what);
    }

    private static ColumnUse Missing(MappingEntry entry)
    {
        entry.Above.Add(entry.Value, $"'{entry.Key}' does not say what it is: {{ is: finance.allocated, scale: 万 }}");
        return new ColumnUse(ColumnRole.Ignored);
    }

    private static bool TryScale(string text, out decimal scale) =>
        scales.TryGetValue(text, out scale)
        || (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out scale) && scale > 0);
}
