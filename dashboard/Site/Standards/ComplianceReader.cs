using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Standards;

/// <summary>Reads what the page of a unit and a standard shows.</summary>
public sealed class ComplianceReader(IGraphQLClient client, TimeProvider time)
{
    private const string UnknownStandard = "UNKNOWN_STANDARD";

    /// <param name="known">What was read before; its parts are kept where they are still what the view asks for.</param>
    /// <exception cref="GraphQLRefusedException">The gateway refuses a question, such as a period that the standard has none of.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<ComplianceData> Read(ComplianceView view, ComplianceData? known, CancellationToken ending)
    {
        var data = known is { Unit.OrgUnit: { } held } && held.Id == view.Unit && known.Standard == view.Standard
            ? known
            : await ReadUnit(view, ending);
        if (data is not { Unit.OrgUnit: { } unit, Asked: not null })
            return data;
        var period = view.Period ?? NewestOf(unit);
        if (period == data.Period)
            return data;
        var variables = Variables(unit.Id, data.Standard, period);
        return unit.Level == OrgUnitLevel.City
            ? data with { Period = period, Districts = await AskDistricts(DocumentFor(unit), variables, ending) }
            : data with { Period = period, Own = (await Ask<ComplianceAnswer>(DocumentFor(unit), variables, ending)).OrgUnit.Compliance };
    }

    /// <summary>The document of the figures on a unit's page.</summary>
    public static string DocumentFor(AssessedUnit unit) =>
        unit.Level == OrgUnitLevel.City ? "Standards/Districts/DistrictsCompliance.graphql" : "Standards/Compliance.graphql";

    public static IReadOnlyDictionary<string, object?> Variables(string unit, string standard, string period) =>
        new Dictionary<string, object?> { ["unit"] = unit, ["standard"] = standard, ["period"] = period };

    private async Task<ComplianceData> ReadUnit(ComplianceView view, CancellationToken ending)
    {
        var variables = new Dictionary<string, object?> { ["unit"] = view.Unit, ["standard"] = view.Standard, ["to"] = FullYear.NewestAt(time) };
        var answer = await client.ExecuteAsync(Documents.Find("Standards/ComplianceUnit.graphql"), variables, ending);
        var unit = answer.Errors.Any(error => error.Code == UnknownStandard)
            ? new ComplianceUnitAnswer(null, [])
            : answer.Read<ComplianceUnitAnswer>();
        return new ComplianceData(unit, view.Standard, null, null, null);
    }

    /// <summary>Where nothing is known, the year that ought to be.</summary>
    private string NewestOf(AssessedUnit unit) =>
        unit.ComplianceHistory is [.., var newest] ? newest.Period : FullYear.NewestAt(time);

    /// <summary>Also where some of them do not answer.</summary>
    private async Task<IReadOnlyList<AssessedDistrict>> AskDistricts(string document, IReadOnlyDictionary<string, object?> variables, CancellationToken ending) =>
        (await client.ExecuteAsync(Documents.Find(document), variables, ending)).WithoutSilent(out _).Read<DistrictsComplianceAnswer>().OrgUnit.Children.Nodes;

    private async Task<T> Ask<T>(string document, IReadOnlyDictionary<string, object?> variables, CancellationToken ending)
        where T : class =>
        (await client.ExecuteAsync(Documents.Find(document), variables, ending)).Read<T>();
}
