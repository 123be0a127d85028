using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>On a server of its own, since units are renamed.</summary>
public sealed class OrgUnitCursorTests(EduServer server) : IClassFixture<EduServer>
{
    [Fact]
    public async Task A_cursor_holds_its_place_when_its_unit_leaves_the_list()
    {
        const string query =
            """query ($after: String) { orgUnits(where: { nameContains: "学校" }, order: [{ name: DESC }, { id: ASC }], first: 2, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } }""";
        await server.Register([.. "abcd".Select(letter =>
            EduServer.Unit($"230402-page-{letter}", letter < 'c' ? "乙学校" : "甲学校", null, OrgUnitLevel.School, "230402", SchoolStage.Primary))]);
        await See("230402-page-d");
        var first = (await server.DataAsync(query)).GetProperty("orgUnits");
        await server.Register(
            EduServer.Unit("230402-page-d", "丙中学", null, OrgUnitLevel.School, "230402", SchoolStage.Primary),
            EduServer.Unit("230402-page-e", "丁中学", null, OrgUnitLevel.School, "230402", SchoolStage.Primary));
        await See("230402-page-e");

        var second = (await server.DataAsync(query, new { after = first.GetProperty("edges")[1].GetProperty("cursor").GetString() })).GetProperty("orgUnits");

        Assert.Equal("230402-page-c 230402-page-d", Ids(first));
        Assert.Equal("230402-page-a 230402-page-b", Ids(second));
        Assert.Equal(3, second.GetProperty("totalCount").GetInt32());
        Assert.True(second.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
        Assert.False(second.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
    }

    /// <summary>The gateway keeps the tree for a second, and looks again for a unit that it does not know.</summary>
    private async Task See(string id) =>
        Assert.Equal(id, (await server.DataAsync($"{{ orgUnit(id: \"{id}\") {{ id }} }}")).GetProperty("orgUnit").GetProperty("id").GetString());

    private static string Ids(JsonElement connection) => string.Join(
        ' ', connection.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()));
}
