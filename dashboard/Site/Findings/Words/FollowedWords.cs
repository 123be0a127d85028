using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Findings.Words;

/// <summary>
/// Hears whenever a reader, whoever it is, takes a finding of the units that a page shows for known, or takes that back. What was
/// said before a subscription stood is not told by it: subscribe, then look again, then follow, so that no word falls between. While
/// the gateway is away nobody looks: the list stays as it was read, and is read once when words can be heard again.
/// </summary>
/// <param name="lookAgain">Reads the page's list anew.</param>
internal sealed class FollowedWords(IGraphQLClient client, TimeProvider time, Func<Task> lookAgain) : IDisposable
{
    /// <summary>No transport says that a subscription stands; one that has not failed by then does.</summary>
    private static readonly TimeSpan untilItStands = TimeSpan.FromSeconds(1);

    /// <summary>Bounds how long a word can matter that was lost on the way, such as when a unit moved to another silo.</summary>
    private static readonly TimeSpan betweenLooks = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan shortestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan longestPause = TimeSpan.FromMinutes(1);

    private CancellationTokenSource? following;
    private HashSet<string> followed = [];

    /// <summary>From now on these units; nothing changes where they are followed already.</summary>
    public void Follow(IEnumerable<string> units)
    {
        HashSet<string> shown = [.. units];
        if (shown.SetEquals(followed))
            return;
        Dispose();
        followed = shown;
        if (shown.Count == 0)
            return;
        following = new CancellationTokenSource();
        _ = Follow([.. shown.Order(StringComparer.Ordinal)], following.Token);
    }

    public void Dispose()
    {
        following?.Cancel();
        following?.Dispose();
        following = null;
    }

    private async Task Follow(IReadOnlyList<string> units, CancellationToken ending)
    {
        var variables = new Dictionary<string, object?> { ["units"] = units };
        for (var pause = shortestPause; !ending.IsCancellationRequested; pause = pause * 2 < longestPause ? pause * 2 : longestPause)
        {
            try
            {
                await FollowOnce(variables, stands: () => pause = shortestPause, ending);
            }
            catch (GraphQLRefusedException refused) when (Trouble.Of(refused) is { Kind: TroubleKind.SignedOut })
            {
                // The page hears so itself at its next question.
                return;
            }
            catch (Exception) when (!ending.IsCancellationRequested)
            {
                // Whatever it was, the list stays as it was read until words can be heard again.
            }
            catch (Exception)
            {
                // The page is left, or shows others.
                return;
            }

            await Task.Delay(pause, time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Returns when the gateway ends the subscription; throws where it cannot be had, or breaks.</summary>
    private async Task FollowOnce(Dictionary<string, object?> variables, Action stands, CancellationToken ending)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(ending);
        await using var words = client
            .SubscribeAsync(Documents.Find("Findings/Words/FollowWords.graphql"), variables, own.Token).GetAsyncEnumerator(own.Token);
        var next = words.MoveNextAsync().AsTask();
        try
        {
            var due = Task.Delay(untilItStands, time, own.Token);
            while (await Task.WhenAny(next, due) is var first)
            {
                if (first == next && !await next)
                    return;
                if (first == next)
                    next = words.MoveNextAsync().AsTask();
                else
                    await due;
                stands();
                await lookAgain();
                due = Task.Delay(betweenLooks, time, own.Token);
            }
        }
        finally
        {
            await Abandon(next, own);
        }
    }

    /// <summary>An enumerator must not be disposed while its next element is awaited.</summary>
    private static async Task Abandon(Task<bool> next, CancellationTokenSource own)
    {
        await own.CancelAsync();
        await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
