namespace EduAnalytics.Benchmarks.Dashboard.Live;

/// <summary>Many viewers at once, who take the sign-ins by turns.</summary>
internal sealed class Audience(IReadOnlyList<Viewer> viewers) : IAsyncDisposable
{
    private const int OpenedAtOnce = 8;

    public IReadOnlyList<Viewer> Viewers { get; } = viewers;

    public static async Task<Audience> Open(Uri system, string[] tokens, int count)
    {
        var viewers = new Viewer[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce }, async (place, _) =>
            viewers[place] = await Viewer.Open(system, tokens[place % tokens.Length]));
        return new Audience(viewers);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var viewer in Viewers)
            await viewer.DisposeAsync();
    }
}
