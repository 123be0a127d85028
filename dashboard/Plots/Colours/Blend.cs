using System.Globalization;

namespace EduAnalytics.Plots.Colours;

/// <summary>Mixes colours written as <c>#rrggbb</c>.</summary>
internal static class Blend
{
    /// <param name="colour">The colour to fade.</param>
    /// <param name="into">What it fades into; unlike transparency this shows nothing that lies below.</param>
    /// <param name="share">0 leaves the colour, 1 gives <paramref name="into"/>.</param>
    public static string Fade(string colour, string into, double share)
    {
        var mixed = Enumerable.Range(0, 3).Select(channel =>
            (int)Math.Round(Channel(colour, channel) * (1 - share) + Channel(into, channel) * share));
        return "#" + string.Concat(mixed.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static int Channel(string colour, int channel) =>
        int.Parse(colour.AsSpan(1 + channel * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
