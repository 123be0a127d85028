using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;

namespace EduAnalytics.Plots.Rankings;

/// <summary>What the key of a ranking explains: only signs that occur in it.</summary>
internal static class RankingKey
{
    public static IEnumerable<KeyItem> Items(RankingSpec spec, ThemeColours colours)
    {
        // On a wide plot the words stand in the rows.
        if (spec.Compact)
            foreach (var (status, text) in new[] { (RowStatus.Met, spec.Texts.Met), (RowStatus.Missed, spec.Texts.Missed) })
                if (spec.Rows.Any(row => row.Status == status))
                    yield return new KeyItem(text, (x, y) => StatusSign.At(x, y, status, colours), StatusSign.Width);

        if (spec.Rows.Any(row => row.Before is not null && row.Before != row.Value))
            yield return new KeyItem(
                spec.Texts.Before, (x, y) => RowInk.BeforeTick(x, y, thickness: 8, colours), Key.MarkerSign);

        if (spec.Rows.Any(row => row.Synthetic))
            yield return new KeyItem(
                spec.Texts.SyntheticKey,
                (x, y) => [RowInk.Bar(new PixelBox(x - 11, y - 5, 22, 10), RowStatus.None, synthetic: true, colours)]);
    }
}
