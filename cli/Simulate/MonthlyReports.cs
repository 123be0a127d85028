using System.Globalization;
using System.Text.Json;

namespace EduAnalytics.Cli.Simulate;

/// <summary>
/// Gives the monthly dropout reports that the generated schools have not given since their records end: without them the
/// simulation's first days would be a city of schools that owe reports.
/// </summary>
internal static class MonthlyReports
{
    private const int MonthsBack = 3;

    public const string Given = """
        query Reports($school: ID!, $month: Period!) {
          orgUnit(id: $school) { value(indicator: "dropout.reporting_rate", period: $month) { value } }
        }
        """;

    public const string Report = """
        mutation Report($input: ReportFiguresInput!) {
          payload: reportFigures(input: $input) { accepted errors { message } }
        }
        """;

    public static async Task CatchUp(GraphQLEndpoint endpoint, IEnumerable<SchoolFound> schools, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var school in schools)
        {
            for (var back = MonthsBack; back > 0; back--)
            {
                var month = today.AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture);
                var unit = (await endpoint.Ask(Given, new { school = school.Id, month }, cancellationToken)).GetProperty("orgUnit");
                if (unit.GetProperty("value").GetProperty("value").ValueKind == JsonValueKind.Null)
                    await endpoint.Ask(Report, new { input = ReportOf(school, month) }, cancellationToken);
            }
        }
    }

    private static object ReportOf(SchoolFound school, string month) => new
    {
        submissionId = $"sim-monthly-report-{month}",
        orgUnit = school.Id,
        source = new { document = "演示：模拟辍学月报" },
        figures = new[] { new { code = "students.dropped_out", period = month, value = 0 } },
    };
}
