using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Units.Misses;

/// <summary>Which units below miss what the unit misses: asked for the missed indicators and their years only.</summary>
public static class MissedQuestion
{
    public const string Document = "Units/Misses/MissedBelow.graphql";

    /// <summary>Beyond so many units a list of those that miss says less than the ranking does.</summary>
    private const int MostUnits = 80;

    /// <summary>Whether so many are below that those which miss are not named; the ranking shows them.</summary>
    public static bool TooManyBelow(UnitInTree unit) => unit.Children.TotalCount > MostUnits;

    /// <summary>Null where there is nothing to ask: nothing is missed, or nobody is below, or too many are.</summary>
    public static IReadOnlyDictionary<string, object?>? Variables(UnitInTree unit, Scorecard card)
    {
        var missed = card.MissedRows.Where(row => PeriodText.IsCalendarYear(row.Latest.Period)).ToList();
        if (missed.Count == 0 || unit.Children.TotalCount == 0 || TooManyBelow(unit))
            return null;
        var variables = new Dictionary<string, object?>
        {
            ["parent"] = unit.Id,
            ["from"] = missed.Min(row => row.Latest.Period),
            ["to"] = missed.Max(row => row.Latest.Period),
        };
        foreach (var stage in Enum.GetValues<SchoolStage>().Select(stage => (SchoolStage?)stage).Prepend(null))
        {
            var codes = missed.Where(row => row.Stage == stage).Select(row => row.Indicator.Code).ToList();
            variables[stage?.ToString().ToLowerInvariant() ?? "all"] = codes;
            variables[$"has{stage?.ToString() ?? "All"}"] = codes.Count > 0;
        }

        return variables;
    }
}
