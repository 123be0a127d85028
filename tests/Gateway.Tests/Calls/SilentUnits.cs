using System.Collections.Concurrent;

namespace EduAnalytics.Gateway.Tests.Calls;

/// <summary>Holds back calls to units that are to seem to hang, until they are let go.</summary>
public sealed class SilentUnits : IOutgoingGrainCallFilter
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> silent = new(StringComparer.Ordinal);

    /// <summary>From now on nothing comes back from that unit's grains.</summary>
    public void Silence(string unit) => silent.TryAdd(unit, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Release(string unit)
    {
        if (silent.TryRemove(unit, out var held))
            held.SetResult();
    }

    public void ReleaseAll()
    {
        foreach (var unit in silent.Keys)
            Release(unit);
    }

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (silent.TryGetValue(context.TargetId.Key.ToString()!, out var held))
            await held.Task;
        await context.Invoke();
    }
}
