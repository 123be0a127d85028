using System.Net;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Access.Sessions;

namespace EduAnalytics.Gateway.Tests.SignIn;

/// <summary>A browser's session: how it begins, what it may do, how it ends, and what a foreign page cannot do with it.</summary>
public sealed class SessionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_makes_a_session_that_holds_without_the_token()
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);

        using var signedIn = await reader.SignInAsync(guarded.Tokens.Make(Role.Monitor, "230404", name: "Li Hua"), to: "/plain?x=1");

        Assert.Equal((HttpStatusCode.SeeOther, "/plain?x=1"), (signedIn.StatusCode, signedIn.Headers.Location?.ToString()));
        Assert.Equal("Li Hua", await reader.Http.GetStringAsync("/plain", Cancelled));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("edu-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.DoesNotContain("edu_", cookie);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task A_sign_in_never_leads_to_a_foreign_page(string to)
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);

        using var signedIn = await reader.SignInAsync(guarded.Tokens.Make(), to);

        Assert.Equal("/", signedIn.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_token_leads_back_to_the_page_and_makes_no_session()
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);

        using var refused = await reader.SignInAsync("edu_nonsense", to: "/plain");

        Assert.Equal("/sign-in?to=%2Fplain&failed=token", refused.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.Http.GetAsync("/plain", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_form_that_this_site_did_not_make_signs_nobody_in_or_out()
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);
        using var forged = await reader.PostAsync("/session", ("token", guarded.Tokens.Make()));
        Assert.Equal("/sign-in?failed=form", forged.Headers.Location?.ToString());
        (await reader.SignInAsync(guarded.Tokens.Make())).Dispose();

        using var forgedEnd = await reader.PostAsync("/session/end");

        Assert.Equal("/sign-in?failed=form", forgedEnd.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await reader.Http.GetAsync("/plain", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_session_can_be_ended()
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);
        (await reader.SignInAsync(guarded.Tokens.Make())).Dispose();

        using var ended = await reader.PostAsync("/session/end", await reader.FormTokenAsync());

        Assert.Equal("/sign-in", ended.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.Http.GetAsync("/plain", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_session_ends_with_its_token()
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);
        (await reader.SignInAsync(guarded.Tokens.Make(holdsFor: TimeSpan.FromHours(1)))).Dispose();
        Assert.Equal(HttpStatusCode.OK, (await reader.Http.GetAsync("/plain", Cancelled)).StatusCode);

        guarded.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.Http.GetAsync("/plain", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_session_of_a_token_without_an_end_has_one_all_the_same()
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);
        (await reader.SignInAsync(guarded.Tokens.Make())).Dispose();

        guarded.Time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.Http.GetAsync("/plain", Cancelled)).StatusCode);
    }

    /// <summary>A page on another port of the same machine counts as the same site, and a browser sends the cookie along.</summary>
    [Theory]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Unauthorized)]
    [InlineData("null", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task A_session_does_nothing_for_a_page_of_another_origin(string? origin, HttpStatusCode expected)
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);
        (await reader.SignInAsync(guarded.Tokens.Make())).Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/plain");
        request.Headers.Add("Origin", origin ?? guarded.Server.Address.GetLeftPart(UriPartial.Authority));

        using var answer = await reader.Http.SendAsync(request, Cancelled);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_bad_token_is_not_made_good_by_a_session()
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);
        (await reader.SignInAsync(guarded.Tokens.Make())).Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/plain");
        request.Headers.Add("Authorization", "Bearer nonsense");

        using var answer = await reader.Http.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Over_plain_HTTP_from_another_machine_nobody_is_signed_in()
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);
        reader.Http.DefaultRequestHeaders.Host = "edu.example";

        using var refused = await reader.SignInAsync(guarded.Tokens.Make());

        Assert.Equal("/sign-in?failed=insecure", refused.Headers.Location?.ToString());
        Assert.False(refused.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]", true)]
    [InlineData("edu.example", false)]
    [InlineData("localhost.example", false)]
    [InlineData("10.0.0.5", false)]
    public void A_name_of_this_machine_is_told_from_others(string host, bool isLoopback) =>
        Assert.Equal(isLoopback, SessionCookie.IsLoopback(new Microsoft.AspNetCore.Http.HostString(host, 8080)));

    [Fact]
    public async Task A_person_is_led_to_the_page_and_a_program_is_told()
    {
        await using var guarded = await GuardedServer.StartAsync();
        using var reader = new Reader(guarded);
        using var byProgram = await reader.Http.GetAsync("/plain", Cancelled);
        reader.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var byPerson = await reader.Http.GetAsync("/plain?a=b&lang=en", Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, byProgram.StatusCode);
        Assert.Contains("\"code\":\"UNAUTHENTICATED\"", await byProgram.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal("/sign-in?to=%2Fplain%3Fa%3Db%26lang%3Den&lang=en", byPerson.Headers.Location?.ToString());
    }

    /// <summary>A browser as far as sessions go: it keeps cookies, and is asked where to.</summary>
    private sealed class Reader(GuardedServer guarded) : IDisposable
    {
        public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(guarded.Server.Address, "/"),
        };

        public async Task<HttpResponseMessage> SignInAsync(string token, string to = "/") =>
            await PostAsync("/session", ("token", token), ("to", to), await FormTokenAsync());

        public async Task<(string, string)> FormTokenAsync() =>
            ("__RequestVerificationToken", await Http.GetStringAsync("/form", Cancelled));

        public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
            Http.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Cancelled);

        public void Dispose() => Http.Dispose();
    }
}
