using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace EduAnalytics.Gateway.Queries.Watching;

/// <summary>
/// What one reader has not fetched yet: of each key the newest, in the order in which they first changed. A reader that
/// does not come for a while costs no more than one item a key.
/// </summary>
internal sealed class Reader<TKey, TItem>(Func<TItem, TKey> keyOf)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, TItem> _newest = [];
    private readonly Queue<TKey> _order = new();

    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Offer(IEnumerable<TItem> items)
    {
        var offered = false;
        lock (_gate)
        {
            foreach (var item in items)
            {
                var key = keyOf(item);
                if (!_newest.ContainsKey(key))
                    _order.Enqueue(key);
                _newest[key] = item;
                offered = true;
            }
        }

        if (offered)
            _bell.Writer.TryWrite(true);
    }

    public async IAsyncEnumerable<TItem> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _bell.Reader.WaitToReadAsync(cancellationToken))
        {
            _bell.Reader.TryRead(out _);
            // One at a time, each as it is when its turn comes: what changes meanwhile is not sent in its older state.
            while (TryTake(out var item))
                yield return item;
        }
    }

    private bool TryTake([MaybeNullWhen(false)] out TItem item)
    {
        lock (_gate)
        {
            item = default;
            return _order.TryDequeue(out var key) && _newest.Remove(key, out item);
        }
    }
}
