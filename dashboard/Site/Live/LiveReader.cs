using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Live;

/// <summary>Reads the live page's state as it stands. Holds no reader of its own: whoever asks brings its client.</summary>
public static class LiveReader
{
    /// <summary>What came in and what changed lately.</summary>
    public const string PulseDocument = "Live/LivePulse.graphql";

    /// <summary>The unit that the page is about.</summary>
    /// <returns>Null where nothing is for the reader.</returns>
    public static async Task<string?> UnitOf(LiveView view, IGraphQLClient client, CancellationToken ending)
    {
        if (view.Unit is { } named)
            return named;
        var answer = await client.ExecuteAsync(Documents.Find("Live/LiveReach.graphql"), new Dictionary<string, object?>(), ending);
        return answer.Read<LiveReachAnswer>().Reach is [var first, ..] ? first.Id : null;
    }

    public static async Task<LiveAnswer> Read(string unit, IGraphQLClient client, CancellationToken ending)
    {
        var variables = new Dictionary<string, object?>
        {
            ["unit"] = unit,
            ["dropout"] = LiveIndicators.Dropout,
            ["fitness"] = LiveIndicators.Fitness,
        };
        return (await client.ExecuteAsync(Documents.Find("Live/Live.graphql"), variables, ending)).Read<LiveAnswer>();
    }

    public static async Task<LivePulseAnswer> ReadPulse(string unit, IGraphQLClient client, CancellationToken ending) =>
        (await client.ExecuteAsync(Documents.Find(PulseDocument), new Dictionary<string, object?> { ["unit"] = unit }, ending))
            .Read<LivePulseAnswer>();

    /// <summary>The newest of a course that says anything.</summary>
    public static Reading? Newest(IReadOnlyList<Reading> course) =>
        course.LastOrDefault(reading => LiveBoard.IsShown(reading.Period) && (reading.Value is not null || reading.Suppression is not null));
}
