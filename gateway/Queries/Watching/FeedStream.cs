namespace EduAnalytics.Gateway.Queries.Watching;

/// <summary>The stream that a feed reads at present, under a name of its own at its grain.</summary>
internal sealed class FeedStream : IDisposable
{
    private readonly CancellationTokenSource _ending = new();

    public FeedStream(Interest interest) => (Interest, Ending) = (interest, _ending.Token);

    public Guid Watch { get; } = Guid.NewGuid();

    /// <summary>What the grain was last told that is wanted.</summary>
    public Interest Interest { get; set; }

    /// <summary>True from its first element on: then the grain knows it.</summary>
    public bool IsOpen { get; set; }

    public CancellationToken Ending { get; }

    /// <summary>Also of a stream that has ended by itself.</summary>
    public void End()
    {
        try
        {
            _ending.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // There is nothing left to end.
        }
    }

    public void Dispose() => _ending.Dispose();
}
