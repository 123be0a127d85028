using System.Globalization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Dropouts;

/// <summary>Reads the ledgers of dropout of a unit and of the units below it.</summary>
public sealed class DropoutsReader(IGraphQLClient client, TimeProvider time)
{
    public const string Document = "Dropouts/Dropouts.graphql";

    private const string UnknownUnit = "UNKNOWN_ORG_UNIT";
    private const int MostMonths = 12;

    /// <param name="known">What was read before; the unit is kept where it is still the one asked for.</param>
    /// <exception cref="GraphQLRefusedException">The gateway refuses a choice, such as a period that is none.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<DropoutsData> Read(DropoutsView view, DropoutsData? known, CancellationToken ending)
    {
        var unit = known?.Unit?.Id == view.Unit ? known.Unit : await ReadUnit(view.Unit, ending);
        var period = view.Period ?? (unit?.Periods is [var newest, ..] ? newest : null);
        if (unit is null || period is null)
            return new DropoutsData(unit, null, view.Stage, null);
        var answer = await client.ExecuteAsync(Documents.Find(Document), Variables(unit, period, view.Stage), ending);
        return new DropoutsData(unit, period, view.Stage, answer.Read<DropoutsAnswer>());
    }

    public static IReadOnlyDictionary<string, object?> Variables(DropoutsUnit unit, string period, SchoolStage? stage) => new Dictionary<string, object?>
    {
        ["unit"] = unit.Id,
        ["period"] = period,
        ["stage"] = StageText.CodeOf(stage),
        ["hasChildren"] = unit.Children.TotalCount > 0,
    };

    private async Task<DropoutsUnit?> ReadUnit(string unit, CancellationToken ending)
    {
        var now = time.GetUtcNow().ToOffset(NumberWriter.ChinaTime);
        var variables = new Dictionary<string, object?> { ["unit"] = unit, ["from"] = MonthOf(now.AddMonths(-MostMonths)), ["to"] = MonthOf(now) };
        var answer = await client.ExecuteAsync(Documents.Find("Dropouts/DropoutsUnit.graphql"), variables, ending);
        return answer.Errors.Any(error => error.Code == UnknownUnit) ? null : answer.Read<DropoutsUnitAnswer>().OrgUnit;
    }

    private static string MonthOf(DateTimeOffset moment) => moment.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
