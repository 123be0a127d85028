using System.Collections.Immutable;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Dashboard.Visuals.Strips;

/// <summary>Reads how schools spread around an indicator.</summary>
public sealed class SchoolsReader(IGraphQLClient client, TimeProvider time, IOptions<DashboardOptions> options)
{
    private static readonly ImmutableDictionary<string, object?> None = ImmutableDictionary<string, object?>.Empty;

    /// <param name="indicator">Its code; null for the one the dashboard opens with.</param>
    /// <param name="unit">A district, or a city for all its districts; null for the first city.</param>
    /// <param name="stage">Null for the first stage the indicator is kept for.</param>
    /// <param name="period">Null for the newest year that has ended.</param>
    /// <returns>The schools, or why there are none to show.</returns>
    /// <exception cref="GraphQLRefusedException">The indicator is not kept for that stage or that kind of period.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<(SchoolsData? Data, string? Obstacle)> Read(
        string? indicator, string? unit, SchoolStage? stage, string? period, CancellationToken cancellationToken)
    {
        var catalogue = (await client.ExecuteAsync(Documents.Find("Compare/Catalogue.graphql"), None, cancellationToken)).Read<CatalogueAnswer>();
        var code = indicator ?? options.Value.FirstIndicator;
        if (catalogue.Indicators.FirstOrDefault(one => one.Code == code) is not { } known)
            return (null, $"There is no indicator '{code}'. The codes are listed by the GraphQL query {{ indicators {{ code name }} }}.");
        if ((stage ?? (known.Stages is [var first, ..] ? first : null)) is not { } kept)
            return (null, $"'{code}' is not kept by stage, and only schools of one stage can be held against each other.");
        if ((unit ?? (catalogue.Cities.Nodes is [var city, ..] ? city.Id : null)) is not { } asked)
            return (null, "There are no units to compare yet.");

        var year = period ?? FullYear.NewestAt(time);
        var answer = await client.ExecuteAsync(
            Documents.Find("Visuals/Strips/Schools.graphql"),
            new Dictionary<string, object?>
            {
                ["unit"] = asked,
                ["indicator"] = code,
                ["stage"] = StageText.CodeOf(kept),
                ["period"] = year,
                ["byDistrict"] = catalogue.Cities.Nodes.Any(one => one.Id == asked),
            },
            cancellationToken);
        return answer.Read<SchoolsAnswer>().OrgUnit is { } schools
            ? (new SchoolsData(known, kept, year, schools.Value.Target, SpreadsOf(schools)), null)
            : (null, $"There is no unit '{asked}'.");
    }

    internal static List<(OrgUnit, Spread)> SpreadsOf(SchoolsOf schools) => schools switch
    {
        { Children: { } children } => [.. children.Nodes.Select(district => (district.OrgUnit, district.Distribution))],
        { Distribution: { } own } => [(schools.OrgUnit, own)],
        _ => [],
    };
}
