using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Dropouts;

/// <summary>Reads the ledgers of dropout of a unit and of the units below it.</summary>
public sealed class DropoutsReader(IGraphQLClient client, TimeProvider time)
{
    public const string Document = "Dropouts/Dropouts.graphql";

    private const string UnknownUnit = "UNKNOWN_ORG_UNIT";
    private const int MonthLength = 7;

    /// <param name="known">What was read before; the unit is kept where it is still the one asked for.</param>
    /// <exception cref="GraphQLRefusedException">The gateway refuses a choice, such as a period that is none.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<DropoutsData> Read(DropoutsView view, DropoutsData? known, CancellationToken ending)
    {
        var unit = known?.Unit?.Id == view.Unit ? known.Unit : await ReadUnit(view.Unit, ending);
        var period = unit is null ? null : view.Period ?? NewestOf(unit);
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
        var answer = await client.ExecuteAsync(
            Documents.Find("Dropouts/DropoutsUnit.graphql"), new Dictionary<string, object?> { ["unit"] = unit }, ending);
        return answer.Errors.Any(error => error.Code == UnknownUnit) ? null : answer.Read<DropoutsUnitAnswer>().OrgUnit;
    }

    /// <summary>The newest month that has begun, since reports are monthly; without any month the newest period.</summary>
    private string? NewestOf(DropoutsUnit unit)
    {
        var now = time.GetUtcNow().ToOffset(NumberWriter.ChinaTime).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        var knownPeriods = unit.Roll.Where(point => point.Value is not null).Select(point => point.Period).ToList();
        return knownPeriods.Where(period => period.Length == MonthLength && period[4] == '-' && string.CompareOrdinal(period, now) <= 0).Max(StringComparer.Ordinal)
            ?? knownPeriods.Max(StringComparer.Ordinal);
    }
}
