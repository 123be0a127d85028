namespace EduAnalytics.Plots.Waterfalls;

/// <summary>A total or a step with the running totals it lies between.</summary>
/// <param name="From">The total before; for a total itself zero.</param>
/// <param name="Text">What stands beside its bar.</param>
internal sealed record WaterfallRow(string Id, string Name, string FullName, decimal From, decimal To, string Text, bool IsTotal, bool Synthetic)
{
    public bool Highlighted { get; init; }

    public bool IsBold => IsTotal || Highlighted;

    public static IEnumerable<WaterfallRow> Of(WaterfallSpec spec)
    {
        yield return Total(spec, spec.Start);
        var total = spec.Start.Value;
        foreach (var step in spec.Steps)
        {
            var name = step.Synthetic ? step.Name + spec.Texts.SyntheticSuffix : step.Name;
            yield return new WaterfallRow(
                step.Id, name, step.Name, total, total + step.Amount, spec.SignedShort(step.Amount), IsTotal: false, step.Synthetic)
            { Highlighted = step.Highlighted };
            total += step.Amount;
        }

        yield return Total(spec, spec.End);
    }

    private static WaterfallRow Total(WaterfallSpec spec, WaterfallTotal total) => new(
        total.Id, total.Name, total.Name, 0, total.Value, spec.Numbers.Short(total.Value), IsTotal: true, Synthetic: false);
}
