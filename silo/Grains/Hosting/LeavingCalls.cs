namespace EduAnalytics.Grains.Hosting;

/// <summary>
/// Ends the calls that still run in a silo which goes. A grain leaves only once it runs no call, and begins none meanwhile: what
/// is asked of it waits until it lives elsewhere. So one call that waits, for news or for a unit that left already and comes to
/// life elsewhere by asking this one, would hold up everybody for as long as its patience lasts.
/// </summary>
internal sealed class LeavingCalls(TimeProvider time) : IIncomingGrainCallFilter, ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    /// <summary>Whatever waits for nobody is done by then, submissions on their way to the disk among them.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource streams = new();
    private readonly CancellationTokenSource calls = new();
    private ITimer? graceEnds;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(LeavingCalls), ServiceLifecycleStage.BecomeActive, _ => Task.CompletedTask, _ => Leave());

    /// <summary>Whoever made a call that is ended is told that the silo is out of reach, and makes it again where it was a question or a submission.</summary>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        var call = context.Invoke();
        return call.IsCompleted || context.TargetContext?.GrainInstance is not Grain ? call : UntilLeaving(call, context.TargetId, IsStream(context) ? streams.Token : calls.Token);
    }

    public void Dispose()
    {
        graceEnds?.Dispose();
        streams.Dispose();
        calls.Dispose();
    }

    /// <summary>While the runtime tells all grains to go.</summary>
    private async Task Leave()
    {
        graceEnds = time.CreateTimer(_ => calls.Cancel(), null, grace, Timeout.InfiniteTimeSpan);
        await streams.CancelAsync();
    }

    /// <summary>Ends when the call does, or the grain's time in this silo.</summary>
    internal static async Task UntilLeaving(Task call, GrainId grain, CancellationToken leaving)
    {
        try
        {
            await call.WaitAsync(leaving);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // By its turn the call may have ended after all.
            if (call.IsCompleted)
            {
                await call;
                return;
            }

            call.Ignore();
            throw new SiloUnavailableException($"{grain} goes with its silo, and comes to life in another one; ask again.");
        }
    }

    /// <summary>Who follows a stream waits for news, and loses nothing by being told to begin anew.</summary>
    private static bool IsStream(IIncomingGrainCallContext context) =>
        typeof(IAsyncEnumerableGrainExtension).IsAssignableFrom(context.InterfaceMethod?.DeclaringType);
}
