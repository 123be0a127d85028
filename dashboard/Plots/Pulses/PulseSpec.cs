using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Pulses;

namespace EduAnalytics.Plots;

/// <summary>How much came in each of a run of equal steps of time: a bar a step, from the oldest to the newest.</summary>
public sealed record PulseSpec : PlotSpec
{
    public string Subtitle { get; init; } = "";

    /// <summary>Height in CSS pixels.</summary>
    public int Height { get; init; } = 200;

    /// <summary>One a step, the oldest first; a step in which nothing came is 0.</summary>
    public required ValueList<PulseBar> Bars { get; init; }

    public required PulseTexts Texts { get; init; }

    public override PlotTable Table() => PlotTable.Of(
        [Texts.Time, Texts.Amount],
        Bars.Where(bar => bar.Amount > 0).Select(bar => new[] { bar.Name, Numbers.WithUnit(bar.Amount) }));

    internal override void Check()
    {
        SpecCheck.Size(Height, nameof(Height));
        SpecCheck.Demand(Bars.Count > 0, "A pulse has at least one bar.");
        SpecCheck.Unique(Bars.Select(bar => bar.Name));
        SpecCheck.Demand(Bars.All(bar => bar.Amount >= 0), "A pulse counts what came, and no less than nothing can.");
    }

    internal override Picture Draw() => PulseLayout.Draw(this);
}

/// <param name="Name">The step as printed, such as <c>08:15</c>. Unique in the plot.</param>
/// <param name="Amount">In the plot's unit; not below 0.</param>
public sealed record PulseBar(string Name, decimal Amount);

/// <summary>The words of a pulse beside its title.</summary>
public sealed record PulseTexts
{
    /// <summary>Heads the steps in the table.</summary>
    public required string Time { get; init; }

    /// <summary>Heads the amounts.</summary>
    public required string Amount { get; init; }

    /// <summary>Stands in the plot where nothing came in any step.</summary>
    public required string Nothing { get; init; }
}
