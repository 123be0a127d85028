using System.Collections.Concurrent;

namespace EduAnalytics.Grains.Tests.RollUps;

/// <summary>Stands before the grains' calls: what a test stages for a method of a unit happens instead of the call, or before it.</summary>
internal sealed class StagedCalls : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<(string Unit, string Method), Func<Task>> staged = new();

    public void Stage(string unit, string method, Func<Task> act) => staged[(unit, method)] = act;

    /// <summary>The next so many calls fail.</summary>
    public void Fail(string unit, string method, Exception failure, int times)
    {
        var left = times;
        Stage(unit, method, () => Interlocked.Decrement(ref left) >= 0 ? throw failure : Task.CompletedTask);
    }

    public void Clear() => staged.Clear();

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (staged.TryGetValue((context.TargetId.Key.ToString()!, context.MethodName), out var act))
            await act();
        await context.Invoke();
    }
}
