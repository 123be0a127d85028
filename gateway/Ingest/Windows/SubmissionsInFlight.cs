namespace EduAnalytics.Gateway.Ingest.Windows;

/// <summary>Sends submissions side by side, up to a bound; those of one unit one after the other, as the stream has them.</summary>
internal sealed class SubmissionsInFlight(int most) : IDisposable
{
    private readonly SemaphoreSlim free = new(most);
    private readonly Dictionary<string, Task> lastOfUnit = new(StringComparer.Ordinal);

    /// <summary>Waits while the bound is reached, and returns when the sending has begun. Not to be called twice at once.</summary>
    public async Task Start(string unit, Func<Task> send, CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        lastOfUnit[unit] = After(lastOfUnit.GetValueOrDefault(unit, Task.CompletedTask), send);
    }

    /// <summary>Ends when everything that was begun has its outcome.</summary>
    public Task Drain() => Task.WhenAll(lastOfUnit.Values);

    public void Dispose() => free.Dispose();

    private async Task After(Task before, Func<Task> send)
    {
        try
        {
            await before;
            await send();
        }
        finally
        {
            free.Release();
        }
    }
}
