using System.Text.Json;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Live;

/// <summary>
/// Keeps a board current: subscribe, then read the state, then follow, so that no change falls between. A connection that
/// broke is made again from the start, because what was missed meanwhile is not sent again. The state is also read anew from
/// time to time, which bounds how long any lost message can matter.
/// </summary>
public sealed class LiveFollower(IGraphQLClient client, TimeProvider time)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    public static async Task<LiveAnswer> Read(IGraphQLClient client, CancellationToken ending)
    {
        var variables = new Dictionary<string, object?>
        {
            ["dropout"] = LiveIndicators.Dropout,
            ["fitness"] = LiveIndicators.Fitness,
        };
        return (await client.ExecuteAsync(Documents.Find("Live/Live.graphql"), variables, ending)).ReadWithinReach<LiveAnswer>();
    }

    /// <summary>Runs until cancelled.</summary>
    /// <param name="board">Must have been loaded once, so that it knows whom to follow.</param>
    /// <param name="changed">Called after each change of board or connection.</param>
    public async Task Follow(LiveBoard board, Func<LiveConnection, Task> changed, CancellationToken ending)
    {
        var pause = TimeSpan.FromSeconds(1);
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await changed(LiveConnection.Connecting);
                await FollowOnce(board, changed, () => pause = TimeSpan.FromSeconds(1), ending);
            }
            catch (Exception fault) when (fault is GraphQLUnreachableException or GraphQLRefusedException)
            {
                // The page says that it is not live; the loop below tries again.
            }

            await changed(LiveConnection.Broken);
            await Task.Delay(pause, time, ending);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    private async Task FollowOnce(LiveBoard board, Func<LiveConnection, Task> changed, Action connected, CancellationToken ending)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var variables = new Dictionary<string, object?> { ["units"] = board.Followed, ["indicators"] = LiveIndicators.All };
        await using var events = client
            .SubscribeAsync(Documents.Find("Live/Changes.graphql"), variables, own.Token).GetAsyncEnumerator(own.Token);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            board.Load(await Read(client, own.Token));
            connected();
            await changed(LiveConnection.Live);
            var check = Task.Delay(Settling, time, own.Token);
            while (await Task.WhenAny(next, check) is var first)
            {
                if (first == next && !await next)
                    return;
                if (first == next)
                {
                    var news = board.Apply(Read(events.Current), time.GetUtcNow());
                    next = events.MoveNextAsync().AsTask();
                    if (news)
                        await changed(LiveConnection.Live);
                    continue;
                }

                await check;
                board.Load(await Read(client, own.Token));
                await changed(LiveConnection.Live);
                check = Task.Delay(BetweenChecks, time, own.Token);
            }
        }
        finally
        {
            await Abandon(next, own);
        }
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
