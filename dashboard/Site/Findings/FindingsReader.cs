using System.Collections.Immutable;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Findings;

/// <summary>Reads what the page of findings lists.</summary>
public sealed class FindingsReader(IGraphQLClient client, TimeProvider time)
{
    public const string Document = "Findings/Findings.graphql";

    /// <summary>What can be read through without losing the place.</summary>
    public const int PageSize = 30;

    private const string UnknownUnit = "UNKNOWN_ORG_UNIT";

    private static readonly FindingsData Nowhere = new(null, [], null, null);

    /// <param name="known">What was read before; the unit is kept where it is still the one asked for.</param>
    /// <exception cref="GraphQLRefusedException">The gateway refuses a choice, such as a rule that does not exist.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<FindingsData> Read(FindingsView view, FindingsData? known, CancellationToken ending)
    {
        var data = known?.Unit is { } unit && (view.Unit == unit.Id || (view.Unit is null && known.IsTopmost))
            ? known
            : await ReadUnit(view.Unit ?? await Topmost(ending), ending) with { IsTopmost = view.Unit is null };
        if (data.Unit is null)
            return data;
        var period = view.Period switch { FindingsView.AllPeriods => null, null => NewestOf(data.Years), { } given => given };
        var answer = await client.ExecuteAsync(Documents.Find(Document), Variables(data.Unit.Id, period, view), ending);
        return data with { Period = period, List = answer.Read<FindingsAnswer>().AllFindings };
    }

    public static IReadOnlyDictionary<string, object?> Variables(string unit, string? period, FindingsView view) =>
        new Dictionary<string, object?>
        {
            ["unit"] = unit,
            ["period"] = period,
            ["rule"] = view.Rule,
            ["severity"] = view.Severity?.ToString().ToUpperInvariant(),
            ["state"] = view.State?.ToString().ToUpperInvariant(),
            ["first"] = PageSize,
            ["after"] = view.After,
        };

    private async Task<FindingsData> ReadUnit(string? unit, CancellationToken ending)
    {
        if (unit is null)
            return Nowhere;
        var variables = new Dictionary<string, object?> { ["unit"] = unit };
        var answer = await client.ExecuteAsync(Documents.Find("Findings/FindingYears.graphql"), variables, ending);
        if (answer.Errors.Any(error => error.Code == UnknownUnit))
            return Nowhere;
        var read = answer.Read<FindingYearsAnswer>();
        return new FindingsData(read.OrgUnit, read.AllFindings.Counts.Periods, null, null);
    }

    /// <summary>The city, or what of it is for the reader; null where there is nothing.</summary>
    private async Task<string?> Topmost(CancellationToken ending)
    {
        var answer = await client.ExecuteAsync(
            Documents.Find("Findings/FindingPlaces.graphql"), ImmutableDictionary<string, object?>.Empty, ending);
        return answer.Read<FindingPlacesAnswer>().Reach is [var first, ..] ? first.Id : null;
    }

    /// <summary>Where nothing was found in any full year, the newest that there is.</summary>
    private string NewestOf(IReadOnlyList<PeriodCount> years)
    {
        var full = FullYear.NewestAt(time);
        return years.Where(year => year.Period.Length == full.Length && string.CompareOrdinal(year.Period, full) <= 0)
            .Select(year => year.Period).Max(StringComparer.Ordinal) ?? full;
    }
}
