using System.Text.Json;

namespace EduAnalytics.Cluster.Tests;

/// <summary>Reads a district's count again and again. What is read must never go back.</summary>
internal sealed class Asker(GatewayClient gateway, string district)
{
    private readonly List<string> wrong = [];
    private int newest;

    public int Answers { get; private set; }

    /// <summary>How many answers asked to come again.</summary>
    public int AskedAgain { get; private set; }

    public IReadOnlyList<string> Wrong => wrong;

    public async Task Ask(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
            Take(await SmallCity.CountEnrolled(gateway, district));
    }

    private void Take(JsonElement answer)
    {
        if (Retryable.Errors(answer) is { } errors)
        {
            wrong.AddRange(errors);
            AskedAgain++;
            return;
        }
        Answers++;
        var count = SmallCity.CountIn(answer) ?? 0;
        if (count < newest)
            wrong.Add($"{count} was read after {newest}");
        newest = Math.Max(newest, count);
    }
}
