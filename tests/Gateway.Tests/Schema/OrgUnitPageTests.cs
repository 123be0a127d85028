using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>On a server of its own: a unit is added, which other tests of lists would count.</summary>
public sealed class OrgUnitPageTests(EduServer server) : IClassFixture<EduServer>
{
    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition_also_when_a_unit_is_added_between()
    {
        const string query =
            """query ($after: String) { orgUnits(where: { level: SCHOOL }, order: [{ id: ASC }], first: 2, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""";
        var first = (await server.DataAsync(query)).GetProperty("orgUnits");
        await server.Register(EduServer.Unit("230402-a-earlier", "早小学", null, OrgUnitLevel.School, "230402", SchoolStage.Primary));

        var second = (await server.DataAsync(query, new { after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() })).GetProperty("orgUnits");

        Assert.Equal("230402-s01 230404-nanshan-primary", Ids(first));
        Assert.Equal("230404-no12-middle 230404-yifu-primary", Ids(second));
        Assert.True(first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.False(first.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
        Assert.False(second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.True(second.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
        Assert.Equal(
            first.GetProperty("edges")[0].GetProperty("cursor").GetString(),
            first.GetProperty("pageInfo").GetProperty("startCursor").GetString());
    }

    [Fact]
    public async Task A_page_of_none_counts_and_says_whether_there_are_more()
    {
        var children = (await server.DataAsync(
            """{ orgUnit(id: "230400") { children(first: 0) { nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }"""))
            .GetProperty("orgUnit").GetProperty("children");

        Assert.Equal(
            """{"nodes":[],"totalCount":2,"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}""",
            children.GetRawText());
    }

    [Theory]
    [InlineData("-1", "A page has 0 to 500 units (Gateway:MaxPageSize); -1 were asked for.")]
    [InlineData("501", "A page has 0 to 500 units (Gateway:MaxPageSize); 501 were asked for.")]
    public async Task Children_are_paged_by_the_rules_of_every_list(string first, string message)
    {
        var paged = (await server.DataAsync("""{ orgUnit(id: "230404") { children(first: 2) { edges { cursor node { id } } } } }"""))
            .GetProperty("orgUnit").GetProperty("children");
        var after = paged.GetProperty("edges")[1].GetProperty("cursor").GetString();
        var rest = (await server.DataAsync("query ($after: String) { orgUnit(id: \"230404\") { children(after: $after) { edges { node { id } } } } }", new { after }))
            .GetProperty("orgUnit").GetProperty("children");
        var refused = await server.AskAsync($"{{ orgUnit(id: \"230404\") {{ name children(first: {first}) {{ totalCount }} }} }}");

        Assert.Equal(("230404-yifu-primary 230404-nanshan-primary", "230404-no12-middle"), (Ids(paged), Ids(rest)));
        Assert.Equal(message, refused.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        var other = (await server.DataAsync("""{ orgUnits(where: { level: CITY }) { edges { cursor } } }"""))
            .GetProperty("orgUnits").GetProperty("edges")[0].GetProperty("cursor").GetString();

        var refused = await server.AskAsync("query ($after: String) { orgUnits(where: { parent: \"230404\" }, after: $after) { totalCount } }", new { after = other });

        Assert.Equal("BAD_ARGUMENT", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private static string Ids(JsonElement connection) => string.Join(
        ' ', connection.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()));
}
