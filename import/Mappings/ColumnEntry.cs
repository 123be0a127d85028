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

    public static ColumnUse Read(MappingEntry entry)
    {
        if (entry.Value is not YamlMappingNode keys)
            return Use(entry.Scalar());
        var node = entry.Above.Inner(keys);
        var use = node.Text("is") is { } what ? Use(what) : Missing(entry);
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

    private static ColumnUse Use(string what)
    {
        // Roles that only a heading's meaning can give are no words of a mapping.
        if (Enum.TryParse<ColumnRole>(what, ignoreCase: true, out var role) && Enum.IsDefined(role)
            && role is not (ColumnRole.Figure or ColumnRole.PeriodValue or ColumnRole.FitnessItem))
            return new ColumnUse(role);
        return PeriodCell.TryParse(what, out var period)
            ? new ColumnUse(ColumnRole.PeriodValue, Period: period)
            : new ColumnUse(ColumnRole.Figure, what);
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
