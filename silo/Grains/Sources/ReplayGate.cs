namespace EduAnalytics.Grains.Sources;

/// <summary>
/// Lets few schools' journals be read through at a time, so that a silo's other work goes on: whoever asks about two hundred
/// schools waits, and a submission does not.
/// </summary>
internal sealed class ReplayGate : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim free = new(AtOnce);

    public void Dispose() => free.Dispose();

    public async Task<T> Pass<T>(Func<Task<T>> replay)
    {
        await free.WaitAsync();
        try
        {
            return await replay();
        }
        finally
        {
            free.Release();
        }
    }
}
