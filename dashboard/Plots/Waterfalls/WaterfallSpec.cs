using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Waterfalls;

namespace EduAnalytics.Plots;

/// <summary>What made a total change: from the earlier total step by step to the later one, a row a step. The height follows.</summary>
public sealed record WaterfallSpec : PlotSpec
{
    /// <summary>Sums of rounded steps may miss the total by so much; more is a mistake.</summary>
    private const decimal Rounding = 0.000001m;

    public string Subtitle { get; init; } = "";

    public required WaterfallTotal Start { get; init; }

    /// <summary>In the order in which they are added.</summary>
    public required ValueList<WaterfallStep> Steps { get; init; }

    public required WaterfallTotal End { get; init; }

    /// <summary>Whether a rise is for the better; null where neither direction is.</summary>
    public bool? MoreIsBetter { get; init; }

    public required WaterfallTexts Texts { get; init; }

    public override PlotTable Table()
    {
        var total = Start.Value;
        return PlotTable.Of(
            [Texts.Step, Texts.Amount, Texts.Total],
            [
                [Start.Name, "", Numbers.WithUnit(Start.Value)],
                .. Steps.Select(step => new[]
                {
                    step.Synthetic ? step.Name + Texts.SyntheticSuffix : step.Name,
                    Signed(step.Amount),
                    Numbers.WithUnit(total += step.Amount),
                }),
                [End.Name, "", Numbers.WithUnit(End.Value)],
            ]);
    }

    internal override void Check()
    {
        SpecCheck.Unique(Steps.Select(step => step.Id).Concat([Start.Id, End.Id]));
        var sum = Start.Value + Steps.Sum(step => step.Amount);
        SpecCheck.Demand(
            Math.Abs(sum - End.Value) <= Rounding,
            $"The steps lead from {Start.Value} to {sum} and not to {End.Value}.");
    }

    /// <summary>In full with a sign, and a true minus; what rounds to nothing has none.</summary>
    internal string Signed(decimal amount) => Sign(amount) + Numbers.Full(Math.Abs(amount));

    /// <summary>The same, a large amount shortened.</summary>
    internal string SignedShort(decimal amount) => Sign(amount) + Numbers.Short(Math.Abs(amount));

    private string Sign(decimal amount) => Math.Sign(decimal.Round(amount, Decimals)) switch
    {
        > 0 => "+",
        < 0 => "−",
        _ => "",
    };

    internal override Picture Draw() => WaterfallLayout.Draw(this);
}

/// <param name="Id">Unique in the plot.</param>
/// <param name="Name">As printed, such as <c>2023年</c>.</param>
/// <param name="Value">In the plot's unit.</param>
public sealed record WaterfallTotal(string Id, string Name, decimal Value);

/// <param name="Id">Unique in the plot.</param>
/// <param name="Amount">What it adds to the total, in the plot's unit; below zero where it takes away.</param>
public sealed record WaterfallStep(string Id, string Name, decimal Amount)
{
    public bool Synthetic { get; init; }

    /// <summary>Its row is shaded and its words are bold.</summary>
    public bool Highlighted { get; init; }
}

/// <summary>The words of a waterfall beside its title and names.</summary>
public sealed record WaterfallTexts
{
    /// <summary>Heads the steps in the table.</summary>
    public required string Step { get; init; }

    public required string Amount { get; init; }

    public required string Total { get; init; }

    /// <summary>In the key beside a rise.</summary>
    public required string Rise { get; init; }

    /// <summary>In the key beside a fall.</summary>
    public required string Fall { get; init; }

    /// <summary>In the key where the axis does not begin at zero, so that the totals' bars are cut.</summary>
    public required string CutNote { get; init; }

    public required string SyntheticSuffix { get; init; }
}
