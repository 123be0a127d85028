using System.Text.Json;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.Views;

/// <summary>A reader's views by the API: whose they are, and what is told of a change that cannot be.</summary>
public sealed class SavedViewTests(EduServer server) : IClassFixture<EduServer>
{
    private const string List = "{ savedViews { id name address pinned } }";
    private const string Wang = "VIEWER@230404@token:wang";
    private const string Li = "VIEWER@230404@token:li";

    private static int sent;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_role_keeps_views_and_finds_them_again_pinned_ones_first(Role role)
    {
        var caller = $"{role}@230404@token:{role}";
        Assert.Equal("""{"accepted":1,"duplicate":false,"errors":[]}""", await Save(caller, "a", "一", "/report?at=230404"));
        await Save(caller, "b", "二", "/?indicator=dropout.rate");
        await Change(caller, "pinView", """view: "b", pinned: true""");
        await Change(caller, "renameView", """view: "a", name: "第一"  """);

        Assert.Equal(
            """[{"id":"b","name":"二","address":"/?indicator=dropout.rate","pinned":true},{"id":"a","name":"第一","address":"/report?at=230404","pinned":false}]""",
            await Views(caller));

        await Change(caller, "deleteView", """view: "b" """);
        Assert.Equal("""[{"id":"a","name":"第一","address":"/report?at=230404","pinned":false}]""", await Views(caller));
    }

    [Fact]
    public async Task Readers_of_equal_rights_see_their_own_views_and_never_each_others()
    {
        await Save(Wang, "wang", "王的视图", "/report");
        Assert.Contains("王的视图", await Views(Wang), StringComparison.Ordinal);

        Assert.Equal("[]", await Views(Li));

        await Save(Li, "li", "李的视图", "/live");
        Assert.DoesNotContain("李的视图", await Views(Wang), StringComparison.Ordinal);
        Assert.DoesNotContain("王的视图", await Views(Li), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("renameView", """view: "secret", name: "mine" """)]
    [InlineData("pinView", """view: "secret", pinned: true""")]
    [InlineData("deleteView", """view: "secret" """)]
    public async Task Another_readers_view_is_unknown_and_stays_as_it_is(string mutation, string members)
    {
        const string owner = "ANALYST@*@issuer:owner";
        await Save(owner, "secret", "原样", "/report");

        var answer = await Change("ADMINISTRATOR@*@issuer:other", mutation, members);

        Assert.Equal("""{"accepted":0,"duplicate":false,"errors":[{"code":"UNKNOWN_VIEW","field":"view"}]}""", answer);
        Assert.Equal("""[{"id":"secret","name":"原样","address":"/report","pinned":false}]""", await Views(owner));
    }

    [Fact]
    public async Task Who_signed_in_under_a_name_alone_has_no_part_in_the_views_of_this_machine()
    {
        await Save(caller: null, "local", "本机", "/report");

        Assert.Contains("本机", await Views(caller: null), StringComparison.Ordinal);
        Assert.DoesNotContain("本机", await Views("VIEWER@230404"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_person_by_another_session_has_the_same_views()
    {
        await Save("VIEWER@230404@issuer:zhao", "z", "跨会话", "/report");

        Assert.Contains("跨会话", await Views("MONITOR@230402@issuer:zhao"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/report", "MISSING", "name")]
    [InlineData("他处", "https://example.org/report", "BAD_ADDRESS", "address")]
    [InlineData("他处", "//example.org", "BAD_ADDRESS", "address")]
    public async Task What_cannot_be_kept_is_refused_with_its_field(string name, string address, string code, string field)
    {
        var answer = await Save("VIEWER@230404@token:wrong", "x", name, address);

        Assert.Equal($$"""{"accepted":0,"duplicate":false,"errors":[{"code":"{{code}}","field":"{{field}}"}]}""", answer);
    }

    [Fact]
    public async Task The_thirteenth_pinned_view_is_refused_with_the_limit_and_what_to_do()
    {
        const string caller = "VIEWER@230404@token:pins";
        for (var n = 0; n < 12; n++)
            await Save(caller, $"v{n}", $"视图 {n}", "/report", pinned: true);

        var answer = await server.AskAsync(
            """mutation { saveView(input: { submissionId: "v12", name: "多了", address: "/report", pinned: true }) { errors { code message retryable } } }""", caller: caller);

        Assert.Equal(
            """[{"code":"TOO_MANY_PINNED","message":"12 views are pinned already, which is the most that a home page has. Unpin one first.","retryable":false}]""",
            answer.GetProperty("data").GetProperty("saveView").GetProperty("errors").GetRawText());
    }

    private Task<string> Save(string? caller, string id, string name, string address, bool pinned = false) => Payload(
        caller,
        "saveView",
        "mutation ($input: SaveViewInput!) { saveView(input: $input) { accepted duplicate errors { code field } } }",
        new { input = new { submissionId = id, name, address, pinned } });

    private Task<string> Change(string caller, string mutation, string members) => Payload(
        caller,
        mutation,
        $$"""mutation { {{mutation}}(input: { submissionId: "change-{{Interlocked.Increment(ref sent)}}", {{members}} }) { accepted duplicate errors { code field } } }""");

    private async Task<string> Payload(string? caller, string mutation, string query, object? variables = null) =>
        Text((await server.AskAsync(query, variables, caller)).GetProperty("data").GetProperty(mutation));

    private async Task<string> Views(string? caller) => Text((await server.AskAsync(List, caller: caller)).GetProperty("data").GetProperty("savedViews"));

    /// <summary>With Chinese as it is, for whoever reads a failure.</summary>
    private static string Text(JsonElement element) => System.Text.RegularExpressions.Regex.Unescape(element.GetRawText());
}
