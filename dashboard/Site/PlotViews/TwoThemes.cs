using System.Text;
using System.Text.RegularExpressions;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>
/// One picture out of the same picture in light and in dark: where the two differ in a colour, the merged one says
/// <c>light-dark(#…, #…)</c> and the browser chooses.
/// </summary>
public static partial class TwoThemes
{
    /// <returns>The light picture where the two differ in more than colours.</returns>
    public static string Merge(string light, string dark)
    {
        var inLight = Colour().Matches(light);
        var inDark = Colour().Matches(dark);
        if (inLight.Count != inDark.Count)
            return light;
        var merged = new StringBuilder(light.Length + (inLight.Count * 24));
        var (from, darkFrom) = (0, 0);
        for (var i = 0; i < inLight.Count; i++)
        {
            var (one, other) = (inLight[i], inDark[i]);
            var between = light.AsSpan(from, one.Index - from);
            if (!between.SequenceEqual(dark.AsSpan(darkFrom, other.Index - darkFrom)))
                return light;
            merged.Append(between).Append(one.Value == other.Value ? one.Value : $"light-dark({one.Value}, {other.Value})");
            (from, darkFrom) = (one.Index + one.Length, other.Index + other.Length);
        }

        var rest = light.AsSpan(from);
        return rest.SequenceEqual(dark.AsSpan(darkFrom)) ? merged.Append(rest).ToString() : light;
    }

    /// <summary>The value of a fill or stroke, other than none or a reference.</summary>
    [GeneratedRegex("(?<= (?:fill|stroke|stop-color)=\")(?!none|url)[^\"]+(?=\")")]
    private static partial Regex Colour();
}
