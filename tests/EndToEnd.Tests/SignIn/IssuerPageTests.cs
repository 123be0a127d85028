using System.Globalization;
using System.Text.RegularExpressions;
using EduAnalytics.EndToEnd.Tests.Accessibility;
using EduAnalytics.Testing;
using Microsoft.Playwright;

namespace EduAnalytics.EndToEnd.Tests.SignIn;

/// <summary>Signing in at the own page of an OpenID Connect issuer, and out again, in a browser.</summary>
public sealed class IssuerPageTests(Browser browser, IssuerPageTests.SystemWithIssuer both) : IClassFixture<IssuerPageTests.SystemWithIssuer>
{
    [Fact]
    public async Task A_reader_signs_in_at_the_issuers_page_and_comes_to_where_he_wanted_to_go()
    {
        var page = await AtIssuer("/standards?lang=en", "monitor@230404");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/standards"));
        await Assertions.Expect(page.Locator(".reader")).ToContainTextAsync("monitor@230404: monitor, 230404");
        var cookie = Assert.Single(await page.Context.CookiesAsync(), cookie => cookie.Name == "edu-session");
        Assert.Equal((true, SameSiteAttribute.Strict), (cookie.HttpOnly, cookie.SameSite));
    }

    [Fact]
    public async Task Signing_out_ends_the_issuers_session_too()
    {
        var page = await AtIssuer("/import?lang=en", "administrator@*");

        await page.Locator(".reader button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, sign me out" }).ClickAsync();
        await page.Locator("a[href^='/session/issuer']").ClickAsync();

        // Asked again who comes: by the issuer's old session the reader would be let in at once.
        await Assertions.Expect(page.Locator("input[name=login]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whom_the_issuer_gives_no_role_is_told_so()
    {
        var page = await AtIssuer("/import?lang=en", "king@230404");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("gives you no role in this system");
    }

    [Fact]
    public async Task Who_turns_back_at_the_issuers_page_is_not_signed_in()
    {
        var page = await browser.Open(new Uri(both.System.Address, "/import?lang=en"));
        await page.Locator("a[href^='/session/issuer']").ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.DoesNotContain(await page.Context.CookiesAsync(), cookie => cookie.Name == "edu-session");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    public async Task No_link_leads_through_the_issuer_to_a_foreign_page(string to)
    {
        var page = await browser.Open(new Uri(both.System.Address, $"/session/issuer?to={Uri.EscapeDataString(to)}"));
        await SignIn(page, "viewer@*");

        await Assertions.Expect(page.Locator(".reader")).ToBeVisibleAsync();
        Assert.Equal(both.System.Address.Authority, new Uri(page.Url).Authority);
    }

    [Fact]
    public Task The_page_that_offers_both_ways_breaks_no_rule_of_accessibility_and_stays_in_its_frame() =>
        PageCheck.Holds(browser, both.System.Address, "sign-in-issuer", "/sign-in");

    private async Task<IPage> AtIssuer(string wanted, string account)
    {
        var page = await browser.Open(new Uri(both.System.Address, wanted));
        await page.Locator("a[href^='/session/issuer']").ClickAsync();
        await SignIn(page, account);
        return page;
    }

    /// <summary>The issuer asks who comes, and then whether this system may know it.</summary>
    private static async Task SignIn(IPage page, string account)
    {
        await page.Locator("input[name=login]").FillAsync(account);
        await page.Locator("input[name=password]").FillAsync("any");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign-in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    /// <summary>A system, and an issuer that knows it.</summary>
    public sealed class SystemWithIssuer : IAsyncLifetime
    {
        private readonly string data = Directory.CreateTempSubdirectory("edu-issuer-").FullName;
        private IssuerProcess? issuer;

        public RunningSystem System { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var port = RunningSystem.FreePort();
            System = await RunningSystem.Start(
                data,
                new Dictionary<string, string>
                {
                    ["Gateway__Access__Authority"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
                    ["Gateway__Access__Audience"] = "urn:edu-analytics",
                    ["Gateway__Access__ClientId"] = "edu-dashboard",
                },
                "--empty");
            issuer = await IssuerProcess.Start(port, System.Address);
        }

        public async ValueTask DisposeAsync()
        {
            issuer?.Dispose();
            await System.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }
    }
}
