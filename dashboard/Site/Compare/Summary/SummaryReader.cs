using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Standards;

namespace EduAnalytics.Dashboard.Compare.Summary;

/// <summary>Reads how many districts miss each standard.</summary>
public sealed class SummaryReader(IGraphQLClient client, TimeProvider time)
{
    /// <exception cref="GraphQLRefusedException">The gateway refuses the question.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<SummaryAnswer> Read(CancellationToken ending)
    {
        var variables = new Dictionary<string, object?> { ["to"] = FullYear.NewestAt(time) };
        return (await client.ExecuteAsync(Documents.Find("Compare/Summary/Summary.graphql"), variables, ending)).ReadWithinReach<SummaryAnswer>();
    }
}

/// <summary>The answer to <c>Compare/Summary/Summary.graphql</c>.</summary>
public sealed record SummaryAnswer(IReadOnlyList<NamedStandard> Standards, SummaryCities Cities)
{
    /// <summary>Null where there is no city yet.</summary>
    public SummaryCity? City => Cities.Nodes is [var city, ..] ? city : null;

    /// <summary>How many districts miss a standard, of those that can be judged by it.</summary>
    public (int Missed, int Judged) Count(NamedStandard standard)
    {
        var verdicts = (City?.Children.Nodes ?? []).SelectMany(district => district.ComplianceHistory)
            .Where(verdict => verdict.Standard.Code == standard.Code)
            .Select(verdict => verdict.Status)
            .Where(status => status is TargetStatus.Met or TargetStatus.Missed)
            .ToList();
        return (verdicts.Count(status => status == TargetStatus.Missed), verdicts.Count);
    }
}

public sealed record SummaryCities(IReadOnlyList<SummaryCity> Nodes);

public sealed record SummaryCity(string Id, bool Synthetic, SummaryDistricts Children);

public sealed record SummaryDistricts(IReadOnlyList<SummaryDistrict> Nodes);

/// <param name="ComplianceHistory">For each standard the newest full year about which anything is known.</param>
public sealed record SummaryDistrict(IReadOnlyList<DistrictVerdict> ComplianceHistory);

public sealed record DistrictVerdict(StandardCode Standard, TargetStatus Status);
