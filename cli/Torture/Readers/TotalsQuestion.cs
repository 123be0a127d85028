using System.Globalization;
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
        return answer.GetProperty("comparison").GetProperty("series").EnumerateArray()
            .SelectMany(series => series.GetProperty("points").EnumerateArray(), (series, point) => (Unit: series.GetProperty("orgUnit").GetProperty("id").GetString()!, point))
            .ToDictionary(read => read.Unit, read => Total.Read(read.point));
    }
}
