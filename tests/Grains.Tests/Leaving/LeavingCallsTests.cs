using EduAnalytics.Grains.Hosting;

namespace EduAnalytics.Grains.Tests.Leaving;

public sealed class LeavingCallsTests : IDisposable
{
    private static readonly GrainId grain = GrainId.Create("school", "230404-goes");

    private readonly ConcurrentExclusiveSchedulerPair turns = new();
    private readonly CancellationTokenSource leaving = new();
    private readonly TaskCompletionSource call = new();

    public void Dispose() => leaving.Dispose();

    [Fact]
    public async Task A_call_that_ends_in_the_moment_in_which_its_silo_goes_has_ended()
    {
        var answered = InTurn(() => LeavingCalls.UntilLeaving(call.Task, grain, leaving.Token));

        await InTurn(() =>
        {
            CancelElsewhere();
            call.SetResult();
            return Task.CompletedTask;
        });

        await answered;
    }

    [Fact]
    public async Task One_that_fails_in_that_moment_has_failed_as_it_would_have()
    {
        var answered = InTurn(() => LeavingCalls.UntilLeaving(call.Task, grain, leaving.Token));

        await InTurn(() =>
        {
            CancelElsewhere();
            call.SetException(new TimeoutException());
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<TimeoutException>(() => answered);
    }

    [Fact]
    public async Task One_that_goes_on_is_told_as_a_silo_out_of_reach()
    {
        var answered = InTurn(() => LeavingCalls.UntilLeaving(call.Task, grain, leaving.Token));

        await leaving.CancelAsync();

        await Assert.ThrowsAsync<SiloUnavailableException>(() => answered);
    }

    // On its own thread, or what follows from it would run within this turn.
    private void CancelElsewhere()
    {
        var silo = new Thread(leaving.Cancel);
        silo.Start();
        silo.Join();
    }

    // As in a grain: what an act sets going is queued behind it.
    private async Task InTurn(Func<Task> act) =>
        await await Task.Factory.StartNew(act, TestContext.Current.CancellationToken, TaskCreationOptions.None, turns.ExclusiveScheduler);
}
