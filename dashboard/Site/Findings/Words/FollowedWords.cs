using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Findings.Words;

/// <summary>
/// Hears whenever a reader, whoever it is, takes a finding of the units that a page shows for known, or takes that back. What was
/// said while the connection was broken is not told afterwards: the page then looks again as well.
/// </summary>
/// <param name="lookAgain">Reads the page's list anew.</param>
internal sealed class FollowedWords(IGraphQLClient client, TimeProvider time, Func<Task> lookAgain) : IDisposable
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(5);

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
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await foreach (var _ in client.SubscribeAsync(Documents.Find("Findings/Words/FollowWords.graphql"), variables, ending))
                    await lookAgain();
            }
            catch (GraphQLRefusedException)
            {
                // The reader's right has ended; the page hears so at its own next question.
                return;
            }
            catch (Exception) when (!ending.IsCancellationRequested)
            {
                // The list stays as it is until the connection stands again.
            }
            catch (Exception)
            {
                return;
            }

            await Task.Delay(pause, time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!ending.IsCancellationRequested)
                await lookAgain();
        }
    }
}
