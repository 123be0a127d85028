using System.Collections.Immutable;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Visuals.StatusMaps;

/// <summary>What a status map's address asks for.</summary>
/// <param name="Indicators">Codes; empty for all of the group, or for all that have a target.</param>
/// <param name="Units">Org unit ids; empty for the children of <paramref name="Parent"/>, or else the city's districts.</param>
/// <param name="Period">Null for the newest year that has ended.</param>
public sealed record StatusMapView(
    IReadOnlyList<string> Indicators, string? Group, IReadOnlyList<string> Units, string? Parent, SchoolStage? Stage, string? Period);

/// <summary>Reads a status map in one question, whatever the number of indicators.</summary>
public sealed class StatusMapReader(IGraphQLClient client, TimeProvider time)
{
    private static readonly ImmutableDictionary<string, object?> None = ImmutableDictionary<string, object?>.Empty;

    /// <exception cref="GraphQLRefusedException">The view names what does not exist.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<StatusMapData> Read(StatusMapView view, CancellationToken cancellationToken)
    {
        var catalogue = (await client.ExecuteAsync(Documents.Find("Compare/Catalogue.graphql"), None, cancellationToken)).Read<CatalogueAnswer>();
        var period = view.Period ?? FullYear.NewestAt(time);
        var asked = Asked(view, catalogue);
        var parent = view.Units.Count > 0 ? null : view.Parent;
        var units = view.Units.Count > 0 ? view.Units : parent is null ? [.. catalogue.Districts().Select(unit => unit.Id)] : [];
        if (asked.Count == 0 || (units.Count == 0 && parent is null))
            return new StatusMapData([], [], period, view.Stage, view.Group);
        var answer = await client.ExecuteAsync(
            Documents.Find("Visuals/StatusMaps/StatusMap.graphql"),
            new Dictionary<string, object?>
            {
                ["units"] = parent is null ? units : null,
                ["parent"] = parent,
                ["indicators"] = asked.Select(indicator => indicator.Code).ToList(),
                ["stage"] = StageText.CodeOf(view.Stage),
                ["period"] = period,
            },
            cancellationToken);
        return Arrange(asked, period, view.Stage, view.Group, answer.Read<StatusMapAnswer>().Comparison.Series, view.Indicators.Count > 0);
    }

    /// <summary>In the catalogue's order, or in the order of the codes where those are given.</summary>
    private static List<Indicator> Asked(StatusMapView view, CatalogueAnswer catalogue)
    {
        // What is named is asked for as it is, so that the gateway says what is wrong with it.
        if (view.Indicators.Count > 0)
            return
            [
                .. view.Indicators.Select(code => catalogue.Indicators.FirstOrDefault(one => one.Code == code)
                    ?? new Indicator(code, code, null, string.Empty, string.Empty, 0, Direction.Neutral, [], string.Empty, null, null)),
            ];
        return
        [
            .. catalogue.Indicators.Where(indicator =>
                (view.Group is null || indicator.Group == view.Group) && (view.Stage is not { } stage || indicator.Stages.Contains(stage))),
        ];
    }

    /// <summary>Without the columns in which no unit has a value, or, where nobody chose the columns, none has a target.</summary>
    /// <param name="group">The group the columns were chosen by; null where all were asked for.</param>
    /// <param name="named">The columns were chosen one by one.</param>
    internal static StatusMapData Arrange(
        IReadOnlyList<Indicator> asked, string period, SchoolStage? stage, string? group, IReadOnlyList<StatusMapSeries> series, bool named = false)
    {
        var units = series.GroupBy(one => one.OrgUnit.Id).Select(unit => new StatusMapUnit(
            unit.First().OrgUnit,
            unit.ToDictionary(one => one.Indicator.Code, one => one.Points.FirstOrDefault(point => point.Period == period) ?? Reading.None(period))))
            .ToList();
        var shown = asked.Where(indicator => units.Exists(unit => IsShown(unit.Readings.GetValueOrDefault(indicator.Code))));
        // A school of another stage is asked for nothing here; a district without data is a finding.
        units.RemoveAll(unit => unit.OrgUnit.Level == OrgUnitLevel.School && unit.Readings.Values.All(reading => reading.Value is null));
        return new StatusMapData([.. shown], units, period, stage, group);

        bool IsShown(Reading? reading) => reading is { Value: not null } && (named || group is not null || reading.Target is not null);
    }
}
