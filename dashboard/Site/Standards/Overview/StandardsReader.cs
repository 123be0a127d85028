using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Standards.Overview;

/// <summary>Reads all standards, and how every district stands by them.</summary>
public sealed class StandardsReader(IGraphQLClient client, TimeProvider time)
{
    public const string Document = "Standards/Overview/Standards.graphql";

    public IReadOnlyDictionary<string, object?> Variables => new Dictionary<string, object?> { ["to"] = FullYear.NewestAt(time) };

    /// <exception cref="GraphQLRefusedException">The gateway refuses the question.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<StandardsAnswer> Read(CancellationToken ending) =>
        (await client.ExecuteAsync(Documents.Find(Document), Variables, ending)).WithoutSilent(out var silent).ReadWithinReach<StandardsAnswer>() with { Silent = silent };
}

/// <summary>The answer to <c>Standards/Overview/Standards.graphql</c>.</summary>
public sealed record StandardsAnswer(IReadOnlyList<Standard> Standards, StandardCities Cities)
{
    /// <summary>The ids of the districts that did not answer in time, of which nothing is known.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];
}

public sealed record StandardCities(IReadOnlyList<StandardCity> Nodes);

public sealed record StandardCity(string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, StandingDistricts Children)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic);
}

public sealed record StandingDistricts(IReadOnlyList<StandingDistrict> Nodes);

/// <param name="ComplianceHistory">For each standard the newest full year about which anything is known.</param>
public sealed record StandingDistrict(
    string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, IReadOnlyList<Standing> ComplianceHistory, bool InReach = true)
{
    public OrgUnit OrgUnit => new(Id, Name, NameEn, Level, Synthetic, InReach);

    /// <summary>Null where nothing is known.</summary>
    public Standing? By(Standard standard) => ComplianceHistory.FirstOrDefault(standing => standing.Standard.Code == standard.Code);
}
