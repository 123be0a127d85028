using System.Text.Json;
using Bunit;
using EduAnalytics.Dashboard.Findings;
using EduAnalytics.Dashboard.Findings.Words;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.SignIn;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Findings;

public sealed class FindingWordTests : PageTests
{
    [Fact]
    public void An_open_finding_has_a_form_with_the_numbers_as_its_reader_sees_them()
    {
        var page = Open<FindingsPage>("/findings?unit=230404&severity=WARNING");

        var form = page.FindAll("details.word form")[1];
        Assert.Equal(("post", "/findings/words"), (form.GetAttribute("method"), form.GetAttribute("action")));
        Assert.Equal("17 71 91", form.QuerySelector("input[name=seen]")!.GetAttribute("value"));
        Assert.Equal("/findings?unit=230404&severity=WARNING", form.QuerySelector("input[name=to]")!.GetAttribute("value"));
    }

    [Fact]
    public void An_acknowledged_one_says_by_whom_and_why_and_can_be_withdrawn()
    {
        var known = Open<FindingsPage>("/findings").Find(".word.known");

        Assert.Contains("王老师", known.TextContent, StringComparison.Ordinal);
        Assert.Equal("复核过", known.QuerySelector("q")!.TextContent);
        Assert.Equal("withdraw", known.QuerySelector("input[name=word]")!.GetAttribute("value"));
    }

    [Fact]
    public void A_word_of_another_reader_is_shown_on_a_page_that_is_open()
    {
        var page = Open<FindingsPage>("/findings");
        page.WaitForState(() => Gateway.Subscriptions == 1);
        Assert.Equal(["230404"], Gateway.Followed);
        Assert.Single(page.FindAll(".word.known"));

        Gateway.Instead = new GraphQLAnswer(
            JsonSerializer.SerializeToElement(SampleFindings.List(Gateway.Asked.Last().Variables, new { by = "李老师", note = "劳务派遣另计", at = "2026-11-24T00:59:00Z" })), []);
        Gateway.Push(new { findingWord = new { id = "f" } });

        page.WaitForAssertion(() => Assert.Equal(["劳务派遣另计", "复核过"], page.FindAll(".word.known q").Select(note => note.TextContent)));
        Assert.Equal(1, Gateway.Subscriptions);
    }

    [Fact]
    public async Task A_word_said_between_the_reading_of_the_list_and_the_subscription_is_shown()
    {
        var page = Open<FindingsPage>("/findings");
        Gateway.Instead = new GraphQLAnswer(
            JsonSerializer.SerializeToElement(SampleFindings.List(Gateway.Asked.Last().Variables, new { by = "李老师", note = "劳务派遣另计", at = "2026-11-24T00:59:00Z" })), []);

        await Until(() => page.FindAll(".word.known").Count == 2);

        Assert.Equal(1, Gateway.Subscriptions);
    }

    [Fact]
    public async Task While_the_gateway_is_away_nobody_reads_the_list_and_when_it_is_back_it_is_read_once()
    {
        var page = Open<FindingsPage>("/findings");
        await Until(() => Lists == 2);

        Gateway.Broken = new GraphQLUnreachableException("away");
        Gateway.Break();
        await Until(() => Gateway.Following == 0, meanwhile: TimeSpan.Zero);
        await Until(() => Gateway.Subscriptions >= 4);
        Assert.Equal(2, Lists);
        Assert.Empty(page.FindAll("[role=alert]"));

        Gateway.Broken = null;
        await Until(() => Lists > 2);
        Assert.Equal((3, 1), (Lists, Gateway.Following));
    }

    [Fact]
    public async Task Who_shows_nothing_that_could_be_said_looks_no_more()
    {
        var looks = 0;
        using var words = new FollowedWords(Gateway, Time, () => Task.FromResult(++looks));
        words.Follow(["230404"]);
        await Until(() => looks == 1);

        words.Follow([]);
        await Until(() => Gateway.Following == 0, meanwhile: TimeSpan.Zero);

        Assert.Equal(1, looks);
    }

    [Fact]
    public void The_state_is_a_choice_in_the_address()
    {
        var page = Open<FindingsPage>("/findings?state=OPEN");

        Assert.Equal("OPEN", Gateway.Asked.Last().Variables["state"]);
        Assert.Equal("/findings?state=ACKNOWLEDGED", page.FindAll("nav.pills")[1].QuerySelectorAll("a")[2].GetAttribute("href"));
    }

    [Fact]
    public void A_word_that_was_not_taken_is_told_in_the_readers_language()
    {
        Assert.Contains("数字在您阅读之后发生了变化", Open<FindingsPage>("/findings?refusal=FINDING_CHANGED").Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("SOMETHING", Open<FindingsPage>("/findings?refusal=SOMETHING").Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("Administrator", null, true)]
    [InlineData("Monitor", "230400", true)]
    [InlineData("Reporter", "230404", true)]
    [InlineData("Reporter", "230400", false)]
    [InlineData("Analyst", "230404", false)]
    [InlineData("Viewer", null, false)]
    public void The_form_is_for_those_whose_word_the_gateway_takes(string? role, string? unit, bool isShown) =>
        Assert.Equal(isShown, new ReaderRole(role, unit).AcknowledgesFor("230404"));

    /// <summary>How often the list was read.</summary>
    private int Lists => Gateway.Asked.Count(one => one.Operation == "Findings");

    /// <param name="meanwhile">How much time passes at each look: a pause begins a moment after what it follows upon, which nothing on the page shows.</param>
    private async Task Until(Func<bool> comes, TimeSpan? meanwhile = null)
    {
        while (!comes())
        {
            Time.Advance(meanwhile ?? TimeSpan.FromMilliseconds(500));
            await Task.Yield();
            Xunit.TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
