using System.Text.Json;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Live.Rooms;

/// <summary>
/// Keeps a board current: subscribe, then read the state, then follow, so that no change falls between. A connection that
/// broke is made again from the start, because what was missed meanwhile is not sent again. What arrived and moved lately is
/// asked for from time to time, and the whole state too, which bounds how long any lost message can matter.
/// </summary>
/// <param name="show">Called after each change of the board or the connection.</param>
internal sealed class LiveFollower(string unit, IGraphQLClient client, LiveBoard board, TimeProvider time, Action<LiveConnection, Trouble?> show)
{
    private static readonly TimeSpan BetweenPulses = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenStates = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Runs until cancelled, or until the reader's right has ended.</summary>
    public async Task Follow(CancellationToken ending)
    {
        var pause = TimeSpan.FromSeconds(1);
        while (!ending.IsCancellationRequested)
        {
            try
            {
                show(LiveConnection.Connecting, null);
                await FollowOnce(() => pause = TimeSpan.FromSeconds(1), ending);
            }
            catch (GraphQLRefusedException refused) when (Trouble.Of(refused) is { Kind: TroubleKind.SignedOut } over)
            {
                show(LiveConnection.Ended, over);
                return;
            }
            catch (Exception) when (!ending.IsCancellationRequested)
            {
                // Whatever it was, the page must not go on saying that it is live; the loop tries again.
            }

            show(LiveConnection.Broken, null);
            await Task.Delay(pause, time, ending);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    private async Task FollowOnce(Action connected, CancellationToken ending)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(ending);
        if (board.Followed.Count == 0)
            board.Load(await LiveReader.Read(unit, client, own.Token));
        var variables = new Dictionary<string, object?> { ["units"] = board.Followed, ["indicators"] = LiveIndicators.All };
        await using var events = client
            .SubscribeAsync(Documents.Find("Live/Changes.graphql"), variables, own.Token).GetAsyncEnumerator(own.Token);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            board.Load(await LiveReader.Read(unit, client, own.Token));
            connected();
            show(LiveConnection.Live, null);
            var (pulse, stateReadAt) = (Task.Delay(BetweenPulses, time, own.Token), time.GetTimestamp());
            while (await Task.WhenAny(next, pulse) is var first)
            {
                if (first == next && !await next)
                    return;
                if (first == next)
                {
                    var isNews = board.Apply(Read(events.Current));
                    next = events.MoveNextAsync().AsTask();
                    if (isNews)
                        show(LiveConnection.Live, null);
                    continue;
                }

                await pulse;
                if (time.GetElapsedTime(stateReadAt) < BetweenStates)
                    board.Take(await LiveReader.ReadPulse(unit, client, own.Token));
                else
                    (_, stateReadAt) = (await Load(own.Token), time.GetTimestamp());
                show(LiveConnection.Live, null);
                pulse = Task.Delay(BetweenPulses, time, own.Token);
            }
        }
        finally
        {
            await Abandon(next, own);
        }
    }

    private async Task<LiveAnswer> Load(CancellationToken ending)
    {
        var answer = await LiveReader.Read(unit, client, ending);
        board.Load(answer);
        return answer;
    }

    /// <summary>An enumerator must not be disposed while its next element is awaited.</summary>
    private static async Task Abandon(Task next, CancellationTokenSource own)
    {
        await own.CancelAsync();
        await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static ChangedReading Read(JsonElement data) =>
        data.Deserialize<ChangesEvent>(AnswerJson.Options)?.IndicatorChanged
        ?? throw new GraphQLUnreachableException("An event holds no change.");
}
