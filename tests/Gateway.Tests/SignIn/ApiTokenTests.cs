using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.SignIn;

/// <summary>Who is let in by an API token, and what is tried in vain.</summary>
public sealed class ApiTokenTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_holder_of_a_token_is_let_in_from_the_moment_it_was_made()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var text = guarded.Tokens.Make();

        using var answer = await guarded.AskAsync($"Bearer {text}");

        Assert.Equal("""{"data":{"greeting":"Hello world"}}""", await answer.Content.ReadAsStringAsync(Cancelled));
    }

    [Theory]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/event-stream", "application/json")]
    public async Task Nobody_else_is_and_the_refusal_is_GraphQL(string accept, string given)
    {
        await using var guarded = await GuardedServer.StartAsync();

        using var answer = await guarded.AskAsync(null, accept);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal(given, answer.Content.Headers.ContentType?.MediaType);
        var error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled)).RootElement.GetProperty("errors")[0];
        Assert.Equal("UNAUTHENTICATED", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("Authorization: Bearer", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task What_is_no_token_of_ours_lets_nobody_in()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var good = guarded.Tokens.Make();
        var other = guarded.Tokens.Make();
        string[] attempts =
        [
            "Bearer edu_", "Bearer", "Bearer ", $"Basic {good}", good, $"Bearer {good}x", $"Bearer {good[..^1]}",
            // Another secret under the id, by one letter and by another token's.
            $"Bearer {good[..^1]}{(good[^1] == 'A' ? 'B' : 'A')}",
            $"Bearer {good[..15]}{other[15..]}",
            $"Bearer {good.ToUpperInvariant()}", $"Bearer {good}, Bearer {good}",
        ];
        foreach (var attempt in attempts)
        {
            using var answer = await guarded.AskAsync(attempt);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"'{attempt}' got {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_wrong_secret_and_an_unknown_id_are_told_alike()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var known = guarded.Tokens.Make();
        var unknown = $"edu_aaaaaaaaaa{known[14..]}";

        using var wrongSecret = await guarded.AskAsync($"Bearer {known[..15]}{new string('A', 43)}");
        using var wrongId = await guarded.AskAsync($"Bearer {unknown}");

        Assert.Equal(wrongId.Headers.WwwAuthenticate.ToString(), wrongSecret.Headers.WwwAuthenticate.ToString());
        Assert.Equal("Bearer error=\"invalid_token\", error_description=\"There is no such token.\"", wrongId.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_token_in_the_address_is_not_looked_at()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var text = guarded.Tokens.Make();

        foreach (var name in new[] { "access_token", "token", "Authorization", "authToken" })
        {
            using var answer = await guarded.Server.Http.GetAsync($"?query={{greeting}}&{name}={text}", Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_expired_token_lets_nobody_in()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var text = guarded.Tokens.Make(holdsFor: TimeSpan.FromHours(1));
        using var before = await guarded.AskAsync($"Bearer {text}");
        guarded.Time.Advance(TimeSpan.FromHours(1));

        using var after = await guarded.AskAsync($"Bearer {text}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.StatusCode, after.StatusCode));
        Assert.Contains("expired", after.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_revoked_token_lets_nobody_in_after_the_next_look()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var text = guarded.Tokens.Make();
        using var before = await guarded.AskAsync($"Bearer {text}");
        var seen = Changed(guarded);
        guarded.Tokens.Revoke(text);

        guarded.Time.Advance(TimeSpan.FromSeconds(1));
        await seen;
        using var after = await guarded.AskAsync($"Bearer {text}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (before.StatusCode, after.StatusCode));
        Assert.Contains("revoked", after.Headers.WwwAuthenticate.ToString());
        Assert.Contains(guarded.Server.Log.All, line => line.Text.Contains($"Access token {KnownTokens.IdOf(text)}", StringComparison.Ordinal) && line.Text.Contains("was revoked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Known_tokens_hold_while_the_store_does_not_answer_and_unknown_ones_do_not()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var known = guarded.Tokens.Make();
        (await guarded.AskAsync($"Bearer {known}")).Dispose();
        guarded.Tokens.Fault = new TimeoutException("The silo is away.");
        var unknown = guarded.Tokens.Make();

        using var good = await guarded.AskAsync($"Bearer {known}");
        using var bad = await guarded.AskAsync($"Bearer {unknown}");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (good.StatusCode, bad.StatusCode));
        Assert.Single(guarded.Server.Log.All, line => line.Text.Contains("cannot be asked for", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thousand_unknown_tokens_are_few_questions_to_the_store()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var shape = guarded.Tokens.Make();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(async number =>
        {
            using var answer = await guarded.AskAsync($"Bearer edu_{number:0000000000}{shape[14..]}");
            return answer.StatusCode;
        }));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.InRange(guarded.Tokens.Asked, 1, 500);
    }

    [Fact]
    public async Task The_use_of_a_token_is_noted_to_the_hour_and_once()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var text = guarded.Tokens.Make();
        var told = guarded.Tokens.Told;
        for (var time = 0; time < 3; time++)
            (await guarded.AskAsync($"Bearer {text}")).Dispose();

        guarded.Time.Advance(TimeSpan.FromSeconds(1));
        await told;

        var use = Assert.Single(guarded.Tokens.Uses);
        Assert.Equal(KnownTokens.IdOf(text), use.Id);
        Assert.Equal(0, use.At.Ticks % TimeSpan.TicksPerHour);
    }

    [Fact]
    public async Task A_gateway_without_sign_in_looks_at_no_token()
    {
        await using var guarded = await GuardedServer.StartAsync(configure: access => access.Tokens = false);

        using var without = await guarded.AskAsync(null);
        using var with = await guarded.AskAsync("Bearer nonsense");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (without.StatusCode, with.StatusCode));
    }

    /// <summary>Completes when the gateway has learnt of the next change.</summary>
    private static Task Changed(GuardedServer guarded)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        guarded.Server.Services.GetRequiredService<Gateway.Access.Tokens.TokenRegister>().NextChange.Register(seen.SetResult);
        return seen.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancelled);
    }
}
