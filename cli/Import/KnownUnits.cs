using System.Text.Json;
using EduAnalytics.Cli.Simulate;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Cli.Import;

/// <summary>Asks the running system for its org units, so that a file may name schools as people do.</summary>
internal static class KnownUnits
{
    private const int PageSize = 1_000;

    public const string Query = """
        query KnownUnits($first: Int!, $after: String) {
          orgUnits(first: $first, after: $after) {
            nodes { id name nameEn level stages synthetic parent { id } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public static async Task<OrgUnitTree> ReadFrom(GraphQLEndpoint endpoint, CancellationToken cancellationToken)
    {
        var units = new List<OrgUnit>();
        string? after = null;
        do
        {
            var page = (await endpoint.Ask(Query, new { first = PageSize, after }, cancellationToken)).GetProperty("orgUnits");
            units.AddRange(page.GetProperty("nodes").EnumerateArray().Select(Read));
            var ends = page.GetProperty("pageInfo");
            after = ends.GetProperty("hasNextPage").GetBoolean() ? ends.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        return new OrgUnitTree(units, 1);
    }

    private static OrgUnit Read(JsonElement node) => new(
        OrgUnitId.Parse(node.GetProperty("id").GetString()!),
        node.GetProperty("name").GetString()!,
        node.GetProperty("nameEn").GetString(),
        Enum.Parse<OrgUnitLevel>(node.GetProperty("level").GetString()!, ignoreCase: true),
        node.GetProperty("parent") is { ValueKind: JsonValueKind.Object } parent ? OrgUnitId.Parse(parent.GetProperty("id").GetString()!) : null,
        [.. node.GetProperty("stages").EnumerateArray().Select(stage => Enum.Parse<SchoolStage>(stage.GetString()!, ignoreCase: true))],
        node.GetProperty("synthetic").GetBoolean());
}
