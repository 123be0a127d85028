namespace EduAnalytics.Gateway.Calls;

/// <summary>
/// Makes a grain call again where its silo was just going, or was killed and never answers: the grain comes to life on another
/// one, at the next call. Safe for every call of ours, since reads change nothing and a submission counts once under its id.
/// Streams are not begun again here: whoever follows one must hear that it broke.
/// </summary>
internal sealed class GrainCallRetries(TimeProvider time) : IOutgoingGrainCallFilter
{
    /// <summary>Longer than a silo takes to leave and the others to notice; shorter than a sender's patience.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan firstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan longestPause = TimeSpan.FromSeconds(1);

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var begun = time.GetTimestamp();
        for (var pause = firstPause; ; pause = pause * 2 > longestPause ? longestPause : pause * 2)
        {
            if (await CameThrough(context) || time.GetElapsedTime(begun) + pause > patience)
                return;
            await Task.Delay(pause, time);
        }
    }

    /// <summary>A call's failure is in its response, or thrown where it did not get as far as that.</summary>
    private static async Task<bool> CameThrough(IOutgoingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
            return IsStream(context) || !IsPassing(context.Response?.Exception);
        }
        catch (Exception failure) when (!IsStream(context) && IsPassing(failure))
        {
            context.Response = Orleans.Serialization.Invocation.Response.FromException(failure);
            return false;
        }
    }

    private static bool IsPassing(Exception? failure) => failure is TimeoutException || SilosOutOfReach.IsIn(failure);

    private static bool IsStream(IOutgoingGrainCallContext context) =>
        typeof(IAsyncEnumerableGrainExtension).IsAssignableFrom(context.InterfaceMethod?.DeclaringType);
}
