using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Cli.Simulate;

/// <summary>Finds the generated schools. Schools with real records are never sent anything.</summary>
internal static class SchoolsFound
{
    private const int PageSize = 200;

    public const string Query = """
        query SyntheticSchools($first: Int!, $after: String) {
          orgUnits(where: { level: SCHOOL, synthetic: true }, first: $first, after: $after) {
            nodes { id stages }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public static async Task<IReadOnlyList<SchoolFound>> ReadFrom(GraphQLEndpoint endpoint, CancellationToken cancellationToken)
    {
        var schools = new List<SchoolFound>();
        string? after = null;
        do
        {
            var page = (await endpoint.Ask(Query, new { first = PageSize, after }, cancellationToken)).GetProperty("orgUnits");
            schools.AddRange(page.GetProperty("nodes").EnumerateArray().Select(ReadSchool).Where(school => school.Grades.Count > 0));
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        return schools;
    }

    private static SchoolFound ReadSchool(JsonElement node)
    {
        var stages = node.GetProperty("stages").EnumerateArray().Select(stage => stage.GetString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var grades = Enumerable.Range(1, 12).Where(grade => stages.Contains(OrgUnit.StageOfGrade(grade).ToString()));
        return new SchoolFound(node.GetProperty("id").GetString()!, [.. grades]);
    }
}

/// <param name="Grades">The grades it teaches; none in kindergartens, which have no student records.</param>
internal sealed record SchoolFound(string Id, IReadOnlyList<int> Grades);
