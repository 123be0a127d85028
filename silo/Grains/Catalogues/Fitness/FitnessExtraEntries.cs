using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Grains.Catalogues.Fitness;

/// <summary>Reads <c>fitness/extra.yaml</c>.</summary>
internal static class FitnessExtraEntries
{
    private const string Expected = "numbers above 0, rising: how far beyond the result with 100 brings one point, two points, and so on";

    public static ImmutableArray<FitnessExtra> Read(ImmutableArray<YamlEntry> entries, Entries<FitnessItem> items) =>
        [.. entries.Select(entry => ReadOne(entry, items))];

    private static FitnessExtra ReadOne(YamlEntry entry, Entries<FitnessItem> items)
    {
        var code = entry.Text("item", "an item of items.yaml");
        var named = entry.Named(code);
        items.Resolve(named, "item", code);
        var extra = new FitnessExtra(
            code, named.Grades(), named.Has("sex") ? named.Word<Sex>("sex") : null, ReadSteps(named));
        named.RefuseOtherKeys();
        return extra;
    }

    private static ImmutableArray<decimal> ReadSteps(YamlEntry entry)
    {
        var steps = ImmutableArray.CreateBuilder<decimal>();
        foreach (var text in entry.Texts("beyond", Expected))
        {
            var least = steps.Count == 0 ? 0 : steps[^1];
            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var step) && step > least)
                steps.Add(step);
            else
                entry.Refuse("beyond", $"'{text}' was given", Expected);
        }

        return steps.ToImmutable();
    }
}
