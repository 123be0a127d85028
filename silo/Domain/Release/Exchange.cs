namespace EduAnalytics.Domain.Release;

/// <summary>
/// Withheld counts that a reader knows sums of, as a network: a count is an edge, and what flows into a node flows out again.
/// Students sent round a circle of withheld counts leave all that is shown as it was, so what can be sent is what the reader
/// cannot know. That is exact, and quick, since only a few students are sent.
/// </summary>
internal sealed class Exchange(int nodes)
{
    private readonly List<(int From, int To, decimal Less, decimal More)> edges = [];
    private readonly List<int>[] at = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    /// <summary>Adds a withheld count.</summary>
    /// <param name="room">By how much it could be more; null for any number.</param>
    /// <returns>Its number.</returns>
    public int Add(int from, int to, decimal count, decimal? room)
    {
        edges.Add((from, to, Math.Max(count, 0), room ?? decimal.MaxValue));
        at[from].Add(edges.Count - 1);
        at[to].Add(edges.Count - 1);
        return edges.Count - 1;
    }

    /// <summary>Whether a count could be so much less, by others that are more or less for it.</summary>
    public bool CanBeLess(int edge, decimal by) => CanSend(edges[edge].From, edges[edge].To, edge, by);

    /// <summary>Whether a count could be so much more, by others that are more or less for it.</summary>
    public bool CanBeMore(int edge, decimal by) => CanSend(edges[edge].To, edges[edge].From, edge, by);

    private bool CanSend(int from, int to, int without, decimal wanted)
    {
        if (from == to)
            return true;
        var sent = new Dictionary<int, decimal>();
        while (wanted > 0)
        {
            if (FindWay(from, to, without, sent) is not { } way)
                return false;
            var now = way.Aggregate(wanted, (least, step) => Math.Min(least, Left(step.Edge, step.Forward, sent)));
            foreach (var (edge, forward) in way)
                sent[edge] = sent.GetValueOrDefault(edge) + (forward ? now : -now);
            wanted -= now;
        }

        return true;
    }

    private decimal Left(int edge, bool forward, Dictionary<int, decimal> sent)
    {
        var (_, _, less, more) = edges[edge];
        var now = sent.GetValueOrDefault(edge);
        return forward ? more == decimal.MaxValue ? more : more - now : less + now;
    }

    /// <summary>The shortest way on which something can still be sent; null where there is none.</summary>
    private List<(int Edge, bool Forward)>? FindWay(int from, int to, int without, Dictionary<int, decimal> sent)
    {
        var cameBy = new Dictionary<int, (int Edge, bool Forward)>();
        var open = new Queue<int>([from]);
        while (open.TryDequeue(out var node) && !cameBy.ContainsKey(to))
        {
            foreach (var edge in at[node])
            {
                var forward = edges[edge].From == node;
                var next = forward ? edges[edge].To : edges[edge].From;
                if (edge == without || next == from || cameBy.ContainsKey(next) || Left(edge, forward, sent) <= 0)
                    continue;
                cameBy.Add(next, (edge, forward));
                open.Enqueue(next);
            }
        }

        if (!cameBy.ContainsKey(to))
            return null;
        var way = new List<(int, bool)>();
        for (var node = to; node != from;)
        {
            var step = cameBy[node];
            way.Add(step);
            node = step.Forward ? edges[step.Edge].From : edges[step.Edge].To;
        }

        return way;
    }
}
