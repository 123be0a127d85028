using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Units;

/// <summary>The variables of a unit page's documents.</summary>
public static class UnitQuestion
{
    public const string FiguresDocument = "Units/UnitFigures.graphql";

    /// <summary>All indicators of the unit, of its parent where that is in the reader's reach, and by stage those kept for a stage that the unit teaches.</summary>
    public static IReadOnlyDictionary<string, object?> Figures(UnitInTree unit, IReadOnlyList<Indicator> indicators)
    {
        var variables = new Dictionary<string, object?>
        {
            ["units"] = unit.Parent is { InReach: true } parent ? new[] { unit.Id, parent.Id } : [unit.Id],
            ["all"] = indicators.Select(indicator => indicator.Code).ToList(),
        };
        foreach (var stage in Enum.GetValues<SchoolStage>())
        {
            var kept = unit.Stages.Contains(stage)
                ? indicators.Where(indicator => indicator.Stages.Contains(stage)).Select(indicator => indicator.Code).ToList()
                : [];
            variables[stage.ToString().ToLowerInvariant()] = kept;
            variables[$"has{stage}"] = kept.Count > 0;
        }

        return variables;
    }

    /// <summary>One indicator of all the units below.</summary>
    public static IReadOnlyDictionary<string, object?> Children(string unit, ChosenIndicator chosen) =>
        new Dictionary<string, object?>
        {
            ["parent"] = unit,
            ["indicator"] = chosen.Code,
            ["stage"] = StageText.CodeOf(chosen.Stage),
        };
}
