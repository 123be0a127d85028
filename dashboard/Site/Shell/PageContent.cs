using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Shell;

/// <summary>What a page has read, or why it has nothing. A newer question replaces one still under way.</summary>
public sealed class PageContent<T> : IDisposable
    where T : class
{
    private CancellationTokenSource? _reading;

    /// <summary>The newest data read; stays while a newer question is under way.</summary>
    public T? Data { get; private set; }

    public Trouble? Trouble { get; private set; }

    public bool IsBusy => _reading is not null;

    /// <summary>Takes what the prerendered page had read already.</summary>
    public void Resume(T data) => Data = data;

    /// <returns>False where a newer question took this one's place.</returns>
    public async Task<bool> Read(Func<CancellationToken, Task<T>> read)
    {
        Stop();
        var own = new CancellationTokenSource();
        _reading = own;
        try
        {
            var data = await read(own.Token);
            if (_reading != own)
                return false;
            (Data, Trouble) = (data, null);
        }
        catch (OperationCanceledException) when (own.IsCancellationRequested)
        {
            return false;
        }
        catch (GraphQLRefusedException refused)
        {
            Trouble = Trouble.Of(refused);
        }
        catch (GraphQLUnreachableException unreachable)
        {
            Trouble = Trouble.Of(unreachable);
        }

        if (_reading == own)
            _reading = null;
        own.Dispose();
        return true;
    }

    public void Dispose() => Stop();

    private void Stop()
    {
        _reading?.Cancel();
        _reading = null;
    }
}
