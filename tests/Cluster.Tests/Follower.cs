using System.Text.Json;

namespace EduAnalytics.Cluster.Tests;

/// <summary>Follows a district's count by one subscription, which must not end.</summary>
internal sealed class Follower(GatewayClient gateway, string district)
{
    private const string Changes =
        """subscription ($units: [ID!]!) { indicatorChanged(orgUnits: $units, indicators: ["dropout.roll"]) { period stage value } }""";

    private readonly Lock gate = new();
    private readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int newest;
    private int? wanted;

    /// <summary>Reads on until that count is told, whatever comes after; fails where the subscription ends before.</summary>
    public async Task Follow(CancellationToken ending)
    {
        await foreach (var data in gateway.Subscribe(Changes, new { units = new[] { district } }, ending))
        {
            if (CountIn(data.GetProperty("indicatorChanged")) is { } count && Note(count))
                return;
        }
        Assert.Fail($"The subscription ended; the newest that it told was {newest}.");
    }

    /// <summary>Returns once that count has been told and is the newest.</summary>
    public Task Told(int count)
    {
        lock (gate)
        {
            wanted = count;
            if (newest == count)
                told.TrySetResult();
        }
        return told.Task;
    }

    /// <returns>True where that was what is waited for.</returns>
    private bool Note(int count)
    {
        lock (gate)
        {
            newest = count;
            return newest == wanted && told.TrySetResult();
        }
    }

    private static int? CountIn(JsonElement change) =>
        change.GetProperty("period").GetString() == SmallCity.Year && change.GetProperty("stage").GetString() == "JUNIOR"
        && change.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;
}
