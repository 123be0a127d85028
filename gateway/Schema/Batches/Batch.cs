using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Batches;

/// <summary>
/// Gathers what the fields of one level of a request ask for and fetches it in one go. The engine resolves all fields of
/// a level before it asks for the first deferred result, and that asking closes the batch.
/// (The engine's own data loaders are in a package that our registry does not serve.)
/// </summary>
internal abstract class Batch<TKey, TValue> where TKey : notnull
{
    private readonly Lock _gate = new();
    private Round _open = new();

    /// <returns>Values in the order of the keys, which are distinct.</returns>
    protected abstract Task<IReadOnlyList<TValue>> FetchAsync(IReadOnlyList<TKey> keys);

    protected IDataLoaderResult<TValue> Defer(TKey key)
    {
        lock (_gate)
            return new Deferred(this, _open, _open.PositionOf(key));
    }

    private Task<IReadOnlyList<TValue>> Fetch(Round round)
    {
        lock (_gate)
        {
            if (round == _open)
                _open = new Round();
            return round.Fetched ??= FetchAsync(round.Keys);
        }
    }

    private sealed class Round
    {
        private readonly Dictionary<TKey, int> _positions = [];

        public List<TKey> Keys { get; } = [];

        public Task<IReadOnlyList<TValue>>? Fetched { get; set; }

        public int PositionOf(TKey key)
        {
            if (_positions.TryAdd(key, Keys.Count))
                Keys.Add(key);
            return _positions[key];
        }
    }

    private sealed class Deferred(Batch<TKey, TValue> batch, Round round, int position) : IDataLoaderResult<TValue>
    {
        public async Task<TValue> GetResultAsync(CancellationToken cancellationToken = default) =>
            (await batch.Fetch(round).WaitAsync(cancellationToken))[position];

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken);
    }
}
