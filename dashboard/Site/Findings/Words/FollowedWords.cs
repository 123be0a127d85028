using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Findings.Words;

/// <summary>
/// Hears whenever a reader, whoever it is, takes a finding of the units that a page shows for known, or takes that back. What was
/// said while the connection was broken is not told afterwards: the page then looks again as well.
/// </summary>
/// <param name="lookAgain">Reads the page's list anew.</param>
internal sealed class FollowedWords(IGraphQLClient client, TimeProvider time, Func<Task> lookAgain) : IDisposable
{
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
                await foreach (var _ in client.SubscribeAsync(Documents.Find("Findings/Words/FollowWords.graphql"), variables, ending))
                {
                    pause = shortestPause;
                    await lookAgain();
                }
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
            if (!ending.IsCancellationRequested)
                await lookAgain();
        }
    }
}
