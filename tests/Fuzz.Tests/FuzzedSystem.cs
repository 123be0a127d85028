using System.Net;
using System.Text;
using System.Text.Json;
using EduAnalytics.Testing;

[assembly: AssemblyFixture(typeof(EduAnalytics.Fuzz.Tests.FuzzedSystem))]

namespace EduAnalytics.Fuzz.Tests;

/// <summary>One running system with the samples, to which everything spoilt is sent.</summary>
public sealed class FuzzedSystem : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("edu-fuzz-").FullName;
    private RunningSystem? system;

    public RunningSystem System => system ?? throw new InvalidOperationException("The system was not started.");

    public async ValueTask InitializeAsync()
    {
        system = await RunningSystem.Start(data);

        // Longer than anything may take that is bad: an answer that does not come is a hang.
        system.Http.Timeout = TimeSpan.FromSeconds(60);
    }

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Sends a request and sees to it that what comes back is an answer and no accident of ours.</summary>
    public async Task AssertAnswered(HttpRequestMessage request)
    {
        using var answer = await System.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode is >= 200 and < 500, $"{(int)answer.StatusCode}: {text}\n{LastWords()}");
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(_ => IsJson(answer)))
            AssertOwnFault(line);
    }

    /// <summary>That it still does what it is for, after all of it.</summary>
    public async Task AssertServes()
    {
        var answer = await System.Query("{ orgUnit(id: \"230404\") { name } }");
        Assert.Equal("南山区", answer.GetProperty("orgUnit").GetProperty("name").GetString());
        using var ready = await System.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    /// <summary>A line of JSON, and none that tells of a fault of ours under whatever status.</summary>
    public static void AssertOwnFault(string line)
    {
        using var json = JsonDocument.Parse(line);
        Assert.DoesNotContain("\"INTERNAL\"", Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(json.RootElement)), StringComparison.Ordinal);
    }

    /// <summary>What the system said last, for whoever looks for the reason.</summary>
    private string LastWords() => System.Output[^Math.Min(System.Output.Length, 4000)..];

    private static bool IsJson(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/graphql-response+json" or "application/problem+json" or "application/x-ndjson";
}
