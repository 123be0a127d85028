using System.Globalization;
using System.Text.Json;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Cli.Torture.Readers;

/// <summary>
/// Follows the totals by one subscription at one gateway, and subscribes anew where that breaks, as a wall screen does. What
/// it is told must not go back, over the break either.
/// </summary>
internal sealed class TotalsFollower(string name, Uri gateway, TotalsQuestion question) : IDisposable
{
    private const string Changes =
        """subscription ($units: [ID!]!) { indicatorChanged(orgUnits: $units, indicators: ["dropout.roll"]) { orgUnit { id } period stage version value } }""";

    private static readonly TimeSpan betweenTries = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient http = new() { BaseAddress = gateway };
    private readonly ToldTotals told = new(name);
    private int broken;

    public string Name => name;

    /// <summary>How often the subscription broke, or could not be begun.</summary>
    public int Broken => Volatile.Read(ref broken);

    /// <summary>Whether it has been told these totals, or newer ones.</summary>
    public bool Reached(IReadOnlyDictionary<string, Total> totals) => told.Reach(totals);

    /// <summary>Follows until it is told to stop.</summary>
    /// <exception cref="TortureFailedException">A total went back.</exception>
    public async Task Run(TimeProvider time, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await FollowOnce(stop);
                Interlocked.Increment(ref broken);
                await Task.Delay(betweenTries, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It was told to stop.
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Returns when the subscription breaks.</summary>
    private async Task FollowOnce(CancellationToken stop)
    {
        var client = new HttpGraphQLClient(http);
        try
        {
            await foreach (var data in client.SubscribeAsync(Changes, new Dictionary<string, object?> { ["units"] = question.Units }, stop))
                Take(data.GetProperty("indicatorChanged"));
        }
        catch (Exception fault) when (fault is GraphQLUnreachableException or GraphQLRefusedException)
        {
            // Its gateway ended, or has no silo to ask; the next subscription begins with the present state.
        }
    }

    private void Take(JsonElement change)
    {
        if (change.GetProperty("period").GetString() == question.Year.ToString(CultureInfo.InvariantCulture) && change.GetProperty("stage").GetString() == question.Stage)
            told.Hold(change.GetProperty("orgUnit").GetProperty("id").GetString()!, Total.Read(change));
    }
}
