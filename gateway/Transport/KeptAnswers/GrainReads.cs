using EduAnalytics.Contracts.Live;
using EduAnalytics.Contracts.Past;
using EduAnalytics.Contracts.Views;

namespace EduAnalytics.Gateway.Transport.KeptAnswers;

/// <summary>Notes which grains an operation asks, whichever of its fields does so.</summary>
internal sealed class GrainReads : IOutgoingGrainCallFilter
{
    private static readonly AsyncLocal<NotedReads?> noted = new();

    /// <summary>From here on all calls are noted, to the end of the asynchronous method that calls this.</summary>
    public static NotedReads Begin() => noted.Value = new NotedReads();

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (noted.Value is { } reads)
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

/// <summary>The keys of the grains that were asked; several fields may ask at once.</summary>
internal sealed class NotedReads
{
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    /// <summary>Whether something was read that is one reader's own, and not for another one of the same rights.</summary>
    public bool ArePersonal { get; private set; }

    public void BecomePersonal() => ArePersonal = true;

    public void Add(string key)
    {
        lock (keys)
            keys.Add(key);
    }

    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (keys)
                return [.. keys];
        }
    }
}
