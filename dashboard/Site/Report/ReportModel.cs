using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Report.Splits;
using EduAnalytics.Dashboard.Visuals.StatusMaps;
using EduAnalytics.Dashboard.Visuals.Strips;
using EduAnalytics.Dashboard.Visuals.Trees;

namespace EduAnalytics.Dashboard.Report;

/// <summary>One view of what was read: all visuals, tiles and words are drawn from it.</summary>
/// <param name="Compared">The chosen indicator of the root's parts over the years chosen; of a school its own.</param>
/// <param name="Whole">The root's own values of it, in the same periods.</param>
/// <param name="Focus">Those of the unit in focus: the one picked, else the root.</param>
public sealed record ReportModel(
    ReportView View, ReportQuestion Question, ReportAnswer Answer, ReportRoot Root, ComparedIndicator Compared, ComparedUnit Whole, ComparedUnit Focus)
{
    /// <summary>Null until the detail is read.</summary>
    public DetailQuestion? DetailQuestion { get; private init; }

    public DetailAnswer? Detail { get; private init; }

    /// <summary>The chosen indicator of the children of the part that is open; null where none is.</summary>
    public ComparedIndicator? Below { get; private init; }

    public Indicator Indicator => Question.Indicator;

    /// <summary>The part that is picked, or to which the school picked belongs; null for none.</summary>
    public string? PickedPart => View.Pick?.Unit is { } picked
        ? Compared.Units.FirstOrDefault(unit => unit.OrgUnit.Id == picked || unit.OrgUnit.Id == Answer.Stages?.Parent?.Id)?.OrgUnit.Id
        : null;

    /// <summary>Gone down to a school, or one is picked.</summary>
    public bool FocusIsSchool => Focus.OrgUnit.Level == OrgUnitLevel.School;

    public bool IsSchool => Question.Level == OrgUnitLevel.School;

    /// <summary>
    /// The period that rankings and the like show: the one picked, else the newest that most parts have; null without data.
    /// </summary>
    public string? Period => View.Pick?.Period is { } picked && Compared.Periods.Contains(picked) ? picked : Compared.Ranked;

    /// <summary>What the tree parts, with the part that is open.</summary>
    public TreeData? Tree => Period is not { } period
        ? null
        : new TreeData(
            Indicator, Question.Stage, period, Whole, UnitLevels > 0 ? Compared.Units : [], Opened is null ? null : DetailQuestion?.Open, Opened?.Units ?? []);

    /// <summary>By what the tree parts the count.</summary>
    public IReadOnlyList<TreeSplit> Splits => TreeSplits.Of(View.Split, Question);

    /// <summary>What must be asked for that; null where units are all it takes.</summary>
    public SplitQuestion? SplitQuestion => Period is { } period && SplitUnit is { } unit
        ? new SplitQuestion(unit, Indicator, period, [.. Splits.Where(split => split != TreeSplit.Unit)])
        : null;

    /// <summary>Null until it is read, or where it could not be.</summary>
    public SplitAnswer? Split { get; private init; }

    private int UnitLevels => Splits.Count(split => split == TreeSplit.Unit);

    private ComparedIndicator? Opened => UnitLevels > 1 ? Below : null;

    /// <summary>The unit that stages or students part: on the last level of units the one picked, else the largest; null for none.</summary>
    private string? SplitUnit => Splits.All(split => split == TreeSplit.Unit) ? null : UnitLevels switch
    {
        0 => Root.Id,
        1 => PickedPart ?? LargestOf(Compared.Units),
        _ => Below?.Units.FirstOrDefault(unit => unit.OrgUnit.Id == View.Pick?.Unit)?.OrgUnit.Id ?? LargestOf(Below?.Units ?? []),
    };

    /// <summary>The part with the largest count; null where no count is known or the parts are schools.</summary>
    public string? LargestPart => LargestOf(Compared.Units.Where(unit => unit.OrgUnit.Level != OrgUnitLevel.School));

    /// <summary>The group's indicators for which some part has a value in the period.</summary>
    public StatusMapData Matrix => StatusMapReader.Arrange(
        Question.Indicators, DetailQuestion!.Period, Question.Stage, View.Group, Detail?.Matrix?.Series ?? []);

    /// <summary>Null where there are no schools of one stage to be held against each other.</summary>
    public SchoolsData? Schools => Detail?.Schools is { } schools && DetailQuestion is { StripStage: { } stage } asked
        ? new SchoolsData(Indicator, stage, asked.Period, schools.Value.Target, SchoolsReader.SpreadsOf(schools))
        : null;

    /// <returns>Null where nothing was read.</returns>
    public static ReportModel? Of(ReportView view, ReportData data)
    {
        if (data is not { Question: { } question, Answer: { Root: { } root } answer })
            return null;
        var shown = new CompareView { From = view.From, To = view.To };
        var compared = WithoutOtherSchools(Arrange(question.Comparison, answer.Comparison, shown, data.Catalogue));
        var whole = UnitOf(root.OrgUnit, root.Series, compared);
        var focus = answer.Focus?.Series.FirstOrDefault(series => series.Indicator.Code == question.Indicator.Code);
        return new ReportModel(
            view, question, answer, root, compared, whole,
            focus is null || question.Focus == root.Id ? whole : UnitOf(focus.OrgUnit, focus.Points, compared))
        {
            DetailQuestion = data.DetailQuestion,
            Split = data.Split,
            Detail = data.Detail,
            Below = data is { Detail.Below: { } below, DetailQuestion.Open: { } open }
                ? Arrange(question.Comparison with { Units = [], Parent = open }, below, shown, data.Catalogue)
                : null,
        };
    }

    private string? LargestOf(IEnumerable<ComparedUnit> units) => Tree is { } tree
        ? units.Where(unit => tree.CountOf(unit) > 0).MaxBy(tree.CountOf)?.OrgUnit.Id
        : null;

    private static ComparedIndicator Arrange(CompareQuestion question, Comparison comparison, CompareView shown, CatalogueAnswer catalogue) =>
        ComparedIndicator.Of(question, new CompareAnswer(comparison), shown, catalogue.Districts());

    /// <summary>A school of another stage is asked for nothing here; a district without data is a finding and stays.</summary>
    private static ComparedIndicator WithoutOtherSchools(ComparedIndicator compared) => compared.Ranked is null
        ? compared
        : compared with { Units = [.. compared.Units.Where(unit => unit.OrgUnit.Level != OrgUnitLevel.School || unit.Latest is not null)] };

    /// <summary>A unit in the periods of a comparison that it is no part of.</summary>
    public static ComparedUnit UnitOf(OrgUnit unit, IReadOnlyList<Reading> readings, ComparedIndicator compared) => new(
        unit,
        unit.Synthetic,
        compared.Units.FirstOrDefault(one => one.OrgUnit.Id == unit.Id)?.Place,
        [.. compared.Periods.Select(period => readings.FirstOrDefault(reading => reading.Period == period) ?? Reading.None(period))]);
}
