namespace EduAnalytics.Plots.Lines;

/// <summary>Moves labels off each other by as little as possible.</summary>
internal static class PushApart
{
    /// <summary>
    /// The nearest places, in the least-squares sense, that keep the order and a distance of at least
    /// <paramref name="height"/>. Neighbours that collide become one block around their mean, and blocks that collide
    /// merge, so a crowd spreads both ways instead of piling up downwards.
    /// </summary>
    /// <param name="wished">Middles in ascending order.</param>
    /// <param name="height">Height of one label.</param>
    /// <param name="low">No middle comes below this; there must be room for all up to <paramref name="high"/>.</param>
    /// <param name="high">No middle goes above this.</param>
    public static double[] Place(IReadOnlyList<double> wished, double height, double low, double high)
    {
        var blocks = new Stack<(double Sum, int Count)>();
        for (var i = 0; i < wished.Count; i++)
        {
            // Less i heights, 'a height apart' becomes 'not descending', and a block has one value.
            var block = (Sum: wished[i] - i * height, Count: 1);
            while (blocks.TryPeek(out var before) && before.Sum / before.Count > block.Sum / block.Count)
            {
                blocks.Pop();
                block = (before.Sum + block.Sum, before.Count + block.Count);
            }

            blocks.Push(block);
        }

        var top = Math.Max(low, high - (wished.Count - 1) * height);
        return
        [
            .. blocks.Reverse()
                .SelectMany(block => Enumerable.Repeat(Math.Clamp(block.Sum / block.Count, low, top), block.Count))
                .Select((value, i) => value + i * height),
        ];
    }
}
