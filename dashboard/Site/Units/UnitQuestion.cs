using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;

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
            ["units"] = WithParent(unit),
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

    /// <summary>The whole scorecard: a file of all stages together, and one of each stage that has rows of its own.</summary>
    public static TakeAway TakeAway(UnitInTree unit, IReadOnlyList<Indicator> indicators, Scorecard card, Visitor visitor) => new(
        "unit",
        null,
        [
            .. card.Rows.GroupBy(row => row.Stage).Select(rows =>
            {
                var periods = rows.SelectMany(row => row.Readings).Select(reading => reading.Period[..4]).Order(StringComparer.Ordinal).ToList();
                var view = new ExportView([unit.Id], string.Join(',', rows.Select(row => row.Indicator.Code)), rows.Key, periods[0], periods[^1]);
                return new NumberFile(format => visitor.Urls.ComparisonFile(view, format), StageText.Of(rows.Key, visitor.Texts.Figure));
            }),
        ],
        new NumberQuery(FiguresDocument, Figures(unit, indicators)));

    /// <summary>The unit and, where it is in the reader's reach, its parent.</summary>
    public static IReadOnlyList<string> WithParent(UnitInTree unit) => unit.Parent is { InReach: true } parent ? [unit.Id, parent.Id] : [unit.Id];

    /// <summary>One indicator of all the units below.</summary>
    public static CompareQuestion Children(string unit, Indicator indicator, SchoolStage? stage) => new(indicator, [], stage) { Parent = unit };
}
