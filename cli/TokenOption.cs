using System.CommandLine;
using System.Net.Http.Headers;

namespace EduAnalytics.Cli;

/// <summary>The API token with which a command comes to a running system: <c>--token</c>, or the environment.</summary>
internal static class TokenOption
{
    private const string Variable = "EDU_TOKEN";

    /// <summary>What to do about a system that lets nobody in without a token.</summary>
    public const string Advice = $"Give a token of './edu token create' with --token, or in {Variable}, where no list of processes shows it.";

    public static Option<string?> Create() => new("--token")
    {
        Description = $"An API token, for a system that asks for sign-in; without it what {Variable} says.",
    };

    /// <param name="given">What the command line says; null for nothing.</param>
    public static void Present(HttpClient http, string? given)
    {
        var token = given ?? Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(token))
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
    }
}
