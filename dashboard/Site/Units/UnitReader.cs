using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Units.Misses;

namespace EduAnalytics.Dashboard.Units;

/// <summary>Reads what a unit's page shows.</summary>
public sealed class UnitReader(IGraphQLClient client, TimeProvider time)
{
    private const string UnknownUnit = "UNKNOWN_ORG_UNIT";

    /// <param name="known">What was read before; its parts are kept where they are still what the view asks for.</param>
    /// <exception cref="GraphQLRefusedException">The gateway refuses a question.</exception>
    /// <exception cref="GraphQLUnreachableException">The gateway does not answer.</exception>
    public async Task<UnitData> Read(UnitView view, UnitData? known, CancellationToken ending)
    {
        var data = known?.Unit.OrgUnit?.Id == view.Id ? known : await ReadUnit(view, ending);
        if (data is not { Unit.OrgUnit: { } unit, Figures: not null })
            return data;
        var chosen = Choose(view, Scorecard.Of(data));
        if (chosen == data.Chosen)
            return data;
        var children = chosen is null || unit.Children.TotalCount == 0
            ? null
            : await Ask<CompareAnswer>(CompareQuestion.Document, UnitQuestion.Children(unit.Id, IndicatorOf(chosen, data), chosen.Stage).Variables, ending);
        return data with { Chosen = chosen, Children = children };
    }

    /// <summary>What the address names, else the first row that misses its target, else the first with data.</summary>
    internal static ChosenIndicator? Choose(UnitView view, Scorecard card)
    {
        if (view.Indicator is { } wanted && card.Find(wanted, view.Stage) is { } named)
            return named.Choice;
        var rows = card.Rows.ToList();
        var first = rows.Find(row => row.Latest.Status == TargetStatus.Missed) ?? (rows is [var some, ..] ? some : null);
        return first?.Choice;
    }

    private static Indicator IndicatorOf(ChosenIndicator chosen, UnitData data) => data.Unit.Indicators.First(indicator => indicator.Code == chosen.Code);

    private async Task<UnitData> ReadUnit(UnitView view, CancellationToken ending)
    {
        var document = Documents.Find("Units/Unit.graphql");
        var answer = await client.ExecuteAsync(document, new Dictionary<string, object?> { ["unit"] = view.Id }, ending);
        if (answer.Errors.Any(error => error.Code == UnknownUnit))
            return new UnitData(new UnitAnswer(null, []), null, null, null);
        var unit = answer.Read<UnitAnswer>();
        if (unit is not { OrgUnit: { } found, Indicators.Count: > 0 })
            return new UnitData(unit, null, null, null);
        var standards = Ask<UnitStandardsAnswer>(
            "Units/UnitStandards.graphql", new Dictionary<string, object?> { ["unit"] = found.Id, ["to"] = FullYear.NewestAt(time) }, ending);
        var figures = await Ask<UnitFiguresAnswer>(UnitQuestion.FiguresDocument, UnitQuestion.Figures(found, unit.Indicators), ending);
        var data = new UnitData(unit, figures, null, null, await standards);
        return MissedQuestion.Variables(found, Scorecard.Of(data)) is { } missed
            ? data with { Below = await Ask<MissedBelow>(MissedQuestion.Document, missed, ending) }
            : data;
    }

    private async Task<T> Ask<T>(string document, IReadOnlyDictionary<string, object?> variables, CancellationToken ending)
        where T : class =>
        (await client.ExecuteAsync(Documents.Find(document), variables, ending)).Read<T>();
}
