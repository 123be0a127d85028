namespace EduAnalytics.Plots.Texts;

internal enum Anchor { Start, Middle, End }

/// <summary>One line of text at its place; the layout decides everything, painters only draw.</summary>
/// <param name="X">Where <paramref name="Anchor"/> lies, in pixels.</param>
/// <param name="Baseline">In pixels from the top.</param>
internal sealed record PlacedText(
    string Text, double X, double Baseline, Anchor Anchor, double Size, string Colour)
{
    public bool Bold { get; init; }

    /// <summary>An outline in the background's colour, for text that lies on lines.</summary>
    public string? Halo { get; init; }

    public double Width => TextRuler.Width(Text, Size, Bold);

    public double Left => Anchor switch
    {
        Anchor.Start => X,
        Anchor.Middle => X - Width / 2,
        _ => X - Width,
    };

    public PixelBox Box => new(Left, Baseline - Size * 0.88, Width, Size * 1.08);

    /// <summary>The baseline that centres a line's capitals and Chinese characters on a height.</summary>
    public static double BaselineFor(double middle, double size) => middle + size * 0.36;
}
