using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots;

/// <summary>
/// What every plot states about itself. A specification is a value: two equal ones draw the same picture, byte
/// for byte. All words on the picture come from it, so its language is the caller's.
/// </summary>
public abstract record PlotSpec
{
    /// <summary>The heading, and the picture's name for a screen reader.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences that tell a screen reader what the picture shows; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Width in CSS pixels. Below <see cref="CompactBelow"/> the layout is the narrow one of a phone.</summary>
    public int Width { get; init; } = 900;

    public PlotTheme Theme { get; init; } = PlotTheme.Light;

    /// <summary>Leaves the background out, for a picture that lies on a card of the page's own colour.</summary>
    public bool Transparent { get; init; }

    /// <summary>Culture for numbers, such as <c>zh-CN</c>; Chinese cultures shorten axis numbers by 万 and 亿.</summary>
    public string Culture { get; init; } = "zh-CN";

    /// <summary>Decimal places of a value as the indicator defines them, 0 to 10.</summary>
    public int Decimals { get; init; } = 1;

    /// <summary>The unit as printed, such as <c>%</c> or <c>元</c>; empty for a pure number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>
    /// Begins every id inside the SVG. Null derives one from the specification; name one where a page shows
    /// the very same plot twice, since ids must be unique on a page.
    /// </summary>
    public string? IdPrefix { get; init; }

    /// <summary>Width in pixels under which names go below the plot, ticks thin out and rows take two lines.</summary>
    public const int CompactBelow = 520;

    internal bool Compact => Width < CompactBelow;

    internal NumberText Numbers => new(Culture, Decimals, Unit);

    /// <summary>What the picture shows as rows of words and numbers: for those who do not see it, and for checking it.</summary>
    public abstract PlotTable Table();

    /// <exception cref="ArgumentException">The specification contradicts itself.</exception>
    internal abstract void Check();

    /// <summary>Lays a checked specification out to the pixel.</summary>
    internal abstract Picture Draw();
}

/// <summary>Where the picture will be seen. Print is black on white with heavier lines.</summary>
public enum PlotTheme { Light, Dark, Print }

/// <summary>A value to reach or to stay under, drawn as a line across the plot.</summary>
/// <param name="Value">In the plot's unit.</param>
/// <param name="Label">As printed beside the line, such as <c>目标 ≥ 50</c>.</param>
public sealed record TargetLine(decimal Value, string Label);
