using System.Net.Http.Headers;
using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Dashboard;

/// <summary>A running system over the city of this benchmark.</summary>
internal sealed class BenchedSystem(RunningSystem system, string data) : IAsyncDisposable
{
    public RunningSystem System { get; } = system;

    /// <summary>Starts it in a process of its own; the first start over a directory brings the city's figures in.</summary>
    public static async Task<BenchedSystem> Start(string data, string samples, bool asksForSignIn)
    {
        var system = new BenchedSystem(await RunningSystem.Start(data, ["--samples", samples, .. asksForSignIn ? new[] { "--sign-in" } : []]), data);
        if (asksForSignIn)
            system.System.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await system.MakeToken("administrator"));
        return system;
    }

    /// <summary>So many sign-ins whose holders may see everything and send nothing.</summary>
    public async Task<string[]> MakeTokens(int count)
    {
        var tokens = new string[count];
        for (var place = 0; place < count; place++)
            tokens[place] = await MakeToken("monitor");
        return tokens;
    }

    public ValueTask DisposeAsync() => System.DisposeAsync();

    private async Task<string> MakeToken(string role)
    {
        var (code, token, complaints) = await EduProgram.Run("token", "create", "--data", data, "--role", role);
        return code == 0 ? token : throw new InvalidOperationException(complaints);
    }
}
