using System.Text.Json;
using EduAnalytics.Cli.Simulate;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Cli.Torture;

/// <summary>
/// The samples' schools of one stage that have no records: those of Nanshan, for which nothing is generated. What is counted
/// there is what the torture sends.
/// </summary>
internal static class TorturedSchools
{
    private const int Most = 6;

    private const string Query = """{ orgUnits(where: { level: SCHOOL, parent: "230404" }, first: 100) { nodes { id stages } } }""";

    /// <exception cref="TortureFailedException">There are none: the system has other data than the samples.</exception>
    public static async Task<IReadOnlyList<SchoolPlace>> ReadFrom(GraphQLEndpoint endpoint, CancellationToken cancellationToken)
    {
        var answer = await endpoint.Ask(Query, new { }, cancellationToken);
        var found = answer.GetProperty("orgUnits").GetProperty("nodes").EnumerateArray().SelectMany(Read).Take(Most).ToList();
        return found.Count > 0 ? found : throw new TortureFailedException("The samples' schools are not there; start on an empty directory and an empty database.");
    }

    private static IEnumerable<SchoolPlace> Read(JsonElement node)
    {
        if (node.GetProperty("stages") is { } stages && stages.GetArrayLength() == 1 && GradeOf(stages[0].GetString()!) is { } grade)
            yield return new SchoolPlace(node.GetProperty("id").GetString()!, stages[0].GetString()!, grade);
    }

    /// <summary>Null for a stage without student records.</summary>
    private static int? GradeOf(string stage) => Enumerable.Range(1, 12)
        .Where(grade => OrgUnit.StageOfGrade(grade).ToString()!.Equals(stage, StringComparison.OrdinalIgnoreCase))
        .Select(grade => (int?)grade)
        .FirstOrDefault();
}

/// <summary>A school and a grade that it teaches.</summary>
internal sealed record SchoolPlace(string Id, string Stage, int Grade)
{
    public TorturedSchool CountedBy(string client, bool statesFigures) => new(Id, Stage, Grade, client, statesFigures);
}
