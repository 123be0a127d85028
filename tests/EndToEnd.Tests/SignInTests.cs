using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using EduAnalytics.EndToEnd.Tests.Accessibility;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>A system that asks for sign-in, as its readers meet it in a browser.</summary>
public sealed class SignInTests(Browser browser, SignInTests.AskingSystem asking) : IClassFixture<SignInTests.AskingSystem>
{
    [Fact]
    public async Task A_reader_is_sent_to_sign_in_and_from_there_to_where_he_wanted_to_go()
    {
        var page = await browser.Open(new Uri(asking.System.Address, "/standards?lang=zh"));
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));

        await SignIn(page, await asking.MakeToken("--role", "monitor", "--unit", "230404", "--name", "李华"));

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/standards"));
        await Assertions.Expect(page.Locator(".reader")).ToContainTextAsync("李华：督导员，230404");
        var cookie = Assert.Single(await page.Context.CookiesAsync(), cookie => cookie.Name == "edu-session");
        Assert.Equal((true, SameSiteAttribute.Strict), (cookie.HttpOnly, cookie.SameSite));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var page = await browser.Open(new Uri(asking.System.Address, "/import?lang=en"));
        await SignIn(page, await asking.MakeToken("--role", "administrator"));
        await page.Locator(".reader").WaitForAsync();
        await Browser.UntilLive(page);

        await page.Locator(".reader button").ClickAsync();

        await Assertions.Expect(page.Locator("#token")).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(asking.System.Address, "/import").ToString());
        await Assertions.Expect(page.Locator("#token")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_token_is_told_so_and_can_be_put_right()
    {
        var page = await browser.Open(new Uri(asking.System.Address, "/import?lang=en"));

        await SignIn(page, "edu_nonsense");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no such token");
        await SignIn(page, await asking.MakeToken("--role", "viewer"));

        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/import"));
    }

    [Fact]
    public async Task Revoking_the_token_ends_the_sessions_that_were_begun_with_it()
    {
        var token = await asking.MakeToken("--role", "analyst");
        var page = await browser.Open(new Uri(asking.System.Address, "/standards?lang=zh"));
        await SignIn(page, token);
        await Assertions.Expect(page.Locator(".reader")).ToContainTextAsync("分析员");
        await Browser.UntilLive(page);

        await asking.Revoke(token);

        // The circuit that is open reads no more, and the next request is sent to sign in.
        await page.Locator("nav a[href*='findings']").First.ClickAsync();
        await Assertions.Expect(page.Locator(".trouble")).ToContainTextAsync("登录已失效");
        await page.GotoAsync(new Uri(asking.System.Address, "/").ToString());
        await Assertions.Expect(page.Locator("#token")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_readers_views_are_there_in_a_session_as_with_the_token_and_for_nobody_else()
    {
        var (wang, li) = (await asking.MakeToken("--role", "viewer"), await asking.MakeToken("--role", "viewer"));
        await SaveView(wang, "王的视图");
        var page = await browser.Open(new Uri(asking.System.Address, "/views?lang=zh"));
        await SignIn(page, wang);
        await Assertions.Expect(page.Locator(".view-entry")).ToContainTextAsync("王的视图");
        await Browser.UntilLive(page);

        await page.Locator(".view-entry button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".view-entry")).ToContainTextAsync("取消固定");
        await page.Context.CloseAsync();

        page = await browser.Open(new Uri(asking.System.Address, "/views?lang=zh"));
        await SignIn(page, li);
        await Assertions.Expect(page.Locator(".message")).ToContainTextAsync("尚未保存视图");
    }

    [Theory]
    [InlineData("sign-in", "/sign-in")]
    [InlineData("sign-in-failed", "/sign-in?failed=token")]
    public Task The_page_breaks_no_rule_of_accessibility_and_stays_in_its_frame(string name, string address) =>
        PageCheck.Holds(browser, asking.System.Address, name, address);

    [Fact]
    public async Task A_page_with_its_readers_name_breaks_no_rule_either()
    {
        var token = await asking.MakeToken("--role", "administrator", "--name", "鹤岗市南山区教育局统计与督导办公室第二科值班账号");
        foreach (var width in new[] { 1440, 390 })
        {
            var page = await browser.Open(new Uri(asking.System.Address, "/import?lang=zh"), width);
            await SignIn(page, token);
            await page.Locator(".reader").WaitForAsync();
            await PageCheck.IsClean(page, $"signed-in-zh-{width}");
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData("/import")]
    [InlineData("/live")]
    [InlineData("/graphql")]
    public async Task A_browser_runs_the_pages_under_a_policy_that_lets_in_no_foreign_script(string address)
    {
        var page = await browser.Open(new Uri(asking.System.Address, $"{address}?lang=zh"));
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        await SignIn(page, await asking.MakeToken("--role", "administrator"));
        // The circuit, or the query page, stands only if its scripts ran.
        await page.Locator(address == "/graphql" ? ".graphiql-container" : ".reader").First.WaitForAsync();

        await page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'window.smuggled = true'; document.body.append(script); }");

        Assert.False(await page.EvaluateAsync<bool>("() => window.smuggled === true"));
        var complaint = Assert.Single(complaints);
        Assert.Contains("inline script", complaint, StringComparison.Ordinal);
    }

    private static async Task SignIn(IPage page, string token)
    {
        await page.Locator("#token").FillAsync(token);
        await page.Locator(".sign-in button").ClickAsync();
    }

    private async Task SaveView(string token, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new
            {
                query = "mutation ($name: String!) { saveView(input: { submissionId: \"v\", name: $name, address: \"/live\" }) { accepted } }",
                variables = new { name },
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await asking.System.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("\"accepted\":1", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>One system that asks for sign-in, for all tests of it.</summary>
    public sealed class AskingSystem : IAsyncLifetime
    {
        private readonly string data = Directory.CreateTempSubdirectory("edu-asking-").FullName;

        public RunningSystem System { get; private set; } = null!;

        public async ValueTask InitializeAsync() => System = await RunningSystem.Start(data, "--empty", "--sign-in");

        /// <summary>Makes a token on the command line, while the system runs.</summary>
        public async Task<string> MakeToken(params string[] options)
        {
            var (code, text, complaints) = await EduProgram.Run(["token", "create", "--data", data, .. options]);
            Assert.True(code == 0, complaints);
            return text;
        }

        public async Task Revoke(string token)
        {
            var (code, _, complaints) = await EduProgram.Run("token", "revoke", token.Split('_')[1], "--data", data);
            Assert.True(code == 0, complaints);

            // It takes the running system a moment to hear of it: asked until it has.
            HttpStatusCode status;
            do
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/standards");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                using var answer = await System.Http.SendAsync(request, TestContext.Current.CancellationToken);
                status = answer.StatusCode;
            }
            while (status == HttpStatusCode.OK);
        }

        public async ValueTask DisposeAsync()
        {
            await System.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }
}
