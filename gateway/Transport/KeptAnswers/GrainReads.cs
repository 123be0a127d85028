using EduAnalytics.Contracts.Live;
using EduAnalytics.Contracts.Past;
using EduAnalytics.Contracts.Views;
using EduAnalytics.Gateway.Calls;

namespace EduAnalytics.Gateway.Transport.KeptAnswers;

/// <summary>Notes which grains an operation asks, whichever of its fields does so.</summary>
internal sealed class GrainReads : IOutgoingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (NotedReads.Current is { } reads)
            Note(reads, context);
        return context.Invoke();
    }

    private static void Note(NotedReads reads, IOutgoingGrainCallContext context)
    {
        reads.Add(PlaceOf(context));
        if (context.Grain is ISavedViewsGrain)
            reads.BecomePersonal();
    }

    private static string PlaceOf(IOutgoingGrainCallContext context) =>
        context.Grain is IPastUnitGrain or IPastTreeGrain ? PastGrains.ChangePlace
        : context.InterfaceMethod.DeclaringType == typeof(IActivityReads) ? IActivityReads.ChangePlace
        : context.TargetId.Key.ToString()!;
}
