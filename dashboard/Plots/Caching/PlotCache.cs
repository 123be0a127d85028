namespace EduAnalytics.Plots;

/// <summary>
/// Keeps the pictures drawn last, since drawing takes tens of milliseconds and a page asks for the same plot again at
/// every visit. Specifications are values and hold every number drawn, so a changed figure is a changed key and
/// nothing ever needs to be thrown out for being stale.
/// </summary>
/// <param name="capacity">How many pictures are kept, SVG and PNG together; the least recently used goes first.</param>
/// <param name="draw">How a specification becomes a picture that is no PNG; null for <see cref="PlotRenderer.Render"/>.</param>
public sealed class PlotCache(int capacity, Func<PlotSpec, RenderedPlot>? draw = null)
{
    private readonly record struct Key(PlotSpec Spec, int PngScale);

    private readonly int _capacity = capacity > 0
        ? capacity
        : throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "A cache holds at least one picture.");

    private readonly Func<PlotSpec, RenderedPlot> _draw = draw ?? PlotRenderer.Render;
    private readonly Lock _gate = new();
    private readonly Dictionary<Key, LinkedListNode<(Key Key, Lazy<object> Drawn)>> _byKey = [];
    private readonly LinkedList<(Key Key, Lazy<object> Drawn)> _newestFirst = new();

    /// <inheritdoc cref="PlotRenderer.Render"/>
    public RenderedPlot Render(PlotSpec spec) =>
        (RenderedPlot)Drawn(new Key(spec, 0), () => _draw(spec));

    /// <summary>The picture where it is drawn already; null where it is not, or is just being drawn.</summary>
    public RenderedPlot? Find(PlotSpec spec)
    {
        lock (_gate)
            return _byKey.TryGetValue(new Key(spec, 0), out var node) && node.Value.Drawn is { IsValueCreated: true } drawn
                ? (RenderedPlot)drawn.Value
                : null;
    }

    /// <inheritdoc cref="PlotRenderer.RenderPng"/>
    public ReadOnlyMemory<byte> RenderPng(PlotSpec spec, int scale = 1) =>
        (byte[])Drawn(new Key(spec, scale), () => PlotRenderer.RenderPng(spec, scale));

    private object Drawn(Key key, Func<object> draw)
    {
        Lazy<object> drawn;
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var node))
                _newestFirst.Remove(node);
            else
                _byKey.Add(key, node = new((key, new Lazy<object>(draw))));
            _newestFirst.AddFirst(node);
            drawn = node.Value.Drawn;
            if (_byKey.Count > _capacity)
            {
                _byKey.Remove(_newestFirst.Last!.Value.Key);
                _newestFirst.RemoveLast();
            }
        }

        // Outside the lock: others read and draw meanwhile, and whoever asks for the same picture waits for this one.
        try
        {
            return drawn.Value;
        }
        catch
        {
            // The next to ask shall try again rather than be told of a failure long gone.
            Forget(key, drawn);
            throw;
        }
    }

    private void Forget(Key key, Lazy<object> drawn)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var node) && ReferenceEquals(node.Value.Drawn, drawn))
            {
                _byKey.Remove(key);
                _newestFirst.Remove(node);
            }
        }
    }
}
