using System.Globalization;
using System.Text.Json;
using EduAnalytics.Cli.Simulate;

namespace EduAnalytics.Cli.Torture.Readers;

/// <summary>The comparison that readers ask for again and again.</summary>
/// <param name="units">City, districts and schools.</param>
internal sealed class TotalsQuestion(IReadOnlyList<string> units, int year, string stage)
{
    private const string Query = """
        query ($units: [ID!]!, $period: Period!, $stage: SchoolStage!) {
          comparison(orgUnits: $units, indicators: ["dropout.roll"], stage: $stage, from: $period, to: $period) {
            series { orgUnit { id } points { version value } }
            warnings { code message }
          }
        }
        """;

    public IReadOnlyList<string> Units => units;

    public int Year => year;

    public string Stage => stage;

    /// <returns>Each unit's total; a unit of which nothing is counted yet has none.</returns>
    /// <exception cref="EndpointException">No answer came, or one that says that there is none.</exception>
    public async Task<IReadOnlyDictionary<string, Total>> Ask(GraphQLEndpoint gateway, CancellationToken cancellationToken)
    {
        var variables = new { units, period = year.ToString(CultureInfo.InvariantCulture), stage };
        var answer = await gateway.Ask(Query, variables, cancellationToken);
        var comparison = answer.GetProperty("comparison");
        RequireWhole(comparison);
        return comparison.GetProperty("series").EnumerateArray()
            .SelectMany(series => series.GetProperty("points").EnumerateArray(), (series, point) => (Unit: series.GetProperty("orgUnit").GetProperty("id").GetString()!, point))
            .ToDictionary(read => read.Unit, read => Total.Read(read.point));
    }

    /// <summary>A unit whose total is not known has none, which is no total that went back.</summary>
    private static void RequireWhole(JsonElement comparison)
    {
        var unknown = comparison.GetProperty("series").EnumerateArray()
            .Any(series => series.GetProperty("points").EnumerateArray().Any(point => point.GetProperty("version").GetInt64() == 0));
        var silent = comparison.GetProperty("warnings").EnumerateArray().FirstOrDefault(warning => warning.GetProperty("code").GetString() == "UNIT_SILENT");
        if (unknown && silent.ValueKind == JsonValueKind.Object)
            throw new EndpointException(silent.GetProperty("message").GetString()!);
    }
}
