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

    private static string Ids(JsonElement connection) => string.Join(
        ' ', connection.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("id").GetString()));
}
