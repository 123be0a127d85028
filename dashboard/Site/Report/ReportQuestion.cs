using System.Text.Json.Serialization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Report;

/// <summary>A view with nothing left open, as the gateway is asked for it.</summary>
/// <param name="Root">The unit whose parts are shown.</param>
/// <param name="Level">The root's level.</param>
/// <param name="Focus">The unit that tiles and the single line show: the one picked, else the root.</param>
/// <param name="Indicators">Those of the group, in the catalogue's order.</param>
/// <param name="Units">The parts by id; empty for all children of <paramref name="Root"/>.</param>
public sealed record ReportQuestion(
    string Root, OrgUnitLevel Level, string Focus, Indicator Indicator, IReadOnlyList<Indicator> Indicators, SchoolStage? Stage,
    IReadOnlyList<string> Units)
{
    public const string Document = "Report/Report.graphql";

    [JsonIgnore]
    public IReadOnlyList<string> Codes => [.. Indicators.Select(indicator => indicator.Code)];

    /// <summary>The unit whose children are compared; null where the units are named.</summary>
    public string? Parent => Units.Count == 0 ? Root : null;

    /// <param name="withFocus">All indicators of the unit in focus too, which another indicator leaves as they are.</param>
    public IReadOnlyDictionary<string, object?> Variables(bool withFocus) => new Dictionary<string, object?>(StageVariables)
    {
        ["root"] = Root,
        ["units"] = UnitsOrNull,
        ["parent"] = Parent,
        ["focus"] = Focus,
        ["indicator"] = Indicator.Code,
        ["codes"] = Codes,
        ["stage"] = StageText.CodeOf(Stage),
        ["withFocus"] = withFocus,
    };

    /// <summary>Which stages the indicator is kept for, as variables.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, object?> StageVariables => Enum.GetValues<SchoolStage>()
        .ToDictionary(stage => stage.ToString().ToLowerInvariant(), stage => (object?)Indicator.Stages.Contains(stage));

    public IReadOnlyList<string>? UnitsOrNull => Units.Count == 0 ? null : Units;

    /// <summary>The comparison of the parts as a question of its own.</summary>
    [JsonIgnore]
    public CompareQuestion Comparison => new(Indicator, Units, Stage) { Parent = Parent };

    public bool Asks(ReportQuestion other) => Indicator.Code == other.Indicator.Code && AsksOfUnits(other) && AsksOfFocus(other);

    /// <summary>Whether all indicators of the same unit in focus are asked for.</summary>
    public bool AsksOfFocus(ReportQuestion other) => Focus == other.Focus && Stage == other.Stage && Codes.SequenceEqual(other.Codes);

    /// <summary>Whether the same parts are asked for, in the same stage.</summary>
    public bool AsksOfUnits(ReportQuestion other) => Root == other.Root && Stage == other.Stage && Units.SequenceEqual(other.Units);

    /// <param name="usual">The code of the indicator to open with.</param>
    /// <returns>Null where there is nothing to show: no unit in reach, no indicator, or none of that code.</returns>
    public static ReportQuestion? Of(ReportView view, CatalogueAnswer catalogue, string usual)
    {
        if ((view.At ?? (catalogue.Reach is [var first, ..] ? first.Id : null)) is not { } root)
            return null;
        var groups = catalogue.Indicators.Where(indicator => indicator.Group == view.Group).ToList();
        var choices = groups.Count > 0 ? groups : [.. catalogue.Indicators];
        var wanted = view.Pick?.Indicator ?? view.Indicator;
        var indicator = choices.Find(one => one.Code == wanted) ?? choices.Find(one => one.Code == usual) ?? choices.FirstOrDefault();
        if (indicator is null || (view.Indicator is { } named && catalogue.Indicators.All(one => one.Code != named)))
            return null;
        var stage = view.Stage is { } given && indicator.Stages.Contains(given) ? view.Stage : null;
        var level = LevelOf(root, catalogue);
        return new ReportQuestion(
            root,
            level,
            view.Pick?.Unit ?? root,
            indicator,
            // What is not kept for the stage would be an error to ask for.
            [.. choices.Where(one => one == indicator || stage is not { } only || one.Stages.Contains(only))],
            stage,
            level switch
            {
                OrgUnitLevel.School => [root],
                OrgUnitLevel.City when view.Units.Count == 0 => [.. catalogue.Districts().Select(unit => unit.Id)],
                _ => view.Units,
            });
    }

    private static OrgUnitLevel LevelOf(string unit, CatalogueAnswer catalogue) =>
        catalogue.Cities.Nodes.Any(city => city.Id == unit) ? OrgUnitLevel.City
        : catalogue.Cities.Nodes.Any(city => city.Children.Nodes.Any(district => district.Id == unit)) ? OrgUnitLevel.District
        : OrgUnitLevel.School;
}
