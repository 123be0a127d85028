using System.Collections.Concurrent;
using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Findings;
using EduAnalytics.Contracts.Replicas;
using EduAnalytics.Contracts.Sources;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>Counts the calls that leave the gateway for grains, by method.</summary>
public sealed class CallCount : IOutgoingGrainCallFilter
{
    private readonly ConcurrentDictionary<string, int> _calls = new();

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        var asked = context.InterfaceMethod.DeclaringType;
        if (asked == typeof(IValueReads) || asked == typeof(ISourceReads) || asked == typeof(IReplicaSource) || asked == typeof(IFindingWords) || asked == typeof(IProblemReads) || typeof(IFindingReads).IsAssignableFrom(asked))
            _calls.AddOrUpdate(context.InterfaceMethod.Name, 1, (_, count) => count + 1);
        return context.Invoke();
    }

    public int Of(string method) => _calls.GetValueOrDefault(method);
}
