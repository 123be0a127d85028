using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Slopes;

/// <summary>What the key of a slope plot explains: only what occurs in it.</summary>
internal static class SlopeKey
{
    private const double Half = Key.LineSign / 2;

    public static IEnumerable<KeyItem> Items(SlopeSpec spec, ThemeColours colours)
    {
        foreach (var course in new[] { SlopeCourse.Better, SlopeCourse.Worse, SlopeCourse.Level })
            if (spec.Lines.Any(line => line is { From: not null, To: not null } && line.Course == course))
                yield return new KeyItem(
                    spec.Texts.Of(course),
                    (x, y) => [SlopeInk.Line([new Dot(x - Half, y), new Dot(x + Half, y)], course, highlighted: false, colours)]);
        if (spec.Lines.Any(line => line.Synthetic))
            yield return new KeyItem(
                spec.Texts.SyntheticKey,
                (x, y) => [SlopeInk.Marker([new Dot(x, y)], SlopeCourse.Level, synthetic: true, colours)],
                Key.MarkerSign);
        foreach (var line in spec.Lines.Where(line => line.From is null && line.To is null))
            yield return new KeyItem($"{line.Name} – {spec.Texts.NoData}");
    }
}
