using System.Globalization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Report.Grades;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Visuals;
using EduAnalytics.Dashboard.Visuals.Trees;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Report.Splits;

/// <summary>A unit's count by stage, or by grade and sex, as branches of the tree.</summary>
internal sealed class SplitNodes(ReportModel model, Visitor visitor)
{
    private const string StagePrefix = "stage-";
    private const string StudentPrefix = "students-";

    private SplitOf? Answer => model.Split?.OrgUnit;

    public ValueList<TreeNode> All => (model.SplitQuestion, Answer) switch
    {
        ({ IsByStage: true }, { } answer) => Stages(answer),
        // Without a district that is silent the branches would not add up to the unit's own count.
        ({ By: var by }, { Breakdown: { Rows: { } rows, Silent.Count: 0 } }) => Students(rows, by, StudentPrefix),
        _ => [],
    };

    /// <summary>Why there are no branches where some were asked for; null where there are.</summary>
    public string? Note => model.SplitQuestion is null || All.Count > 0
        ? null
        : visitor.Texts.Report.Obstacles.GetValueOrDefault(Obstacle.ToString());

    private PlotObstacle Obstacle => Answer switch
    {
        null => PlotObstacle.NotRead,
        { Breakdown: { } breakdown } => GradesPlot.ObstacleOf(breakdown),
        _ => PlotObstacle.NoData,
    };

    /// <summary>The stage that a branch stands for; null where it is of students.</summary>
    /// <param name="id">A node's.</param>
    public static SchoolStage? StageOf(string id) =>
        id.StartsWith(StagePrefix, StringComparison.Ordinal) ? Enum.Parse<SchoolStage>(id[StagePrefix.Length..]) : null;

    public static bool IsBranch(string id) =>
        id.StartsWith(StagePrefix, StringComparison.Ordinal) || id.StartsWith(StudentPrefix, StringComparison.Ordinal);

    /// <summary>What a branch's own value is known by: of students their counts only.</summary>
    public Reading ReadingOf(string id) => (StageOf(id) is { } stage ? Answer?.Of(stage) : null) ?? Reading.None(model.Period ?? string.Empty);

    private ValueList<TreeNode> Stages(SplitOf answer) =>
    [
        .. from stage in model.Indicator.Stages
           let reading = answer.Of(stage)
           where reading is not null
           select new TreeNode($"{StagePrefix}{stage}", StageText.Of(stage, visitor.Texts.Figure), TreeData.CountOf(model.Indicator, reading), []),
    ];

    /// <param name="by">The levels that are left, the first of which parts these rows.</param>
    /// <param name="path">Begins the ids, so that the girls of two grades are two nodes.</param>
    private ValueList<TreeNode> Students(IReadOnlyList<BreakdownRow> rows, IReadOnlyList<TreeSplit> by, string path)
    {
        if (by is not [var first, ..] || rows.Count == 0)
            return [];
        var groups = rows.GroupBy(row => first == TreeSplit.Grade ? (row.Grade, null) : ((int?)null, row.Sex))
            .OrderBy(group => group.Key.Item1 ?? int.MaxValue).ThenByDescending(group => group.Key.Item2)
            .Select(group => (Id: path + IdOf(group.Key), Name: NameOf(group.Key, first), Count: group.Sum(row => row.Numerator ?? 0), Rows: group.ToList()))
            .ToList();
        var open = groups.Find(group => group.Id == model.View.Branch).Id ?? groups.MaxBy(group => group.Count).Id;
        return
        [
            .. groups.Select(group => new TreeNode(
                group.Id, group.Name, group.Count, group.Id == open ? Students(group.Rows, [.. by.Skip(1)], group.Id + "-") : [])),
        ];
    }

    private static string IdOf((int? Grade, Sex? Sex) key) =>
        key.Grade?.ToString(CultureInfo.InvariantCulture) ?? key.Sex?.ToString().ToLowerInvariant() ?? "none";

    private string NameOf((int? Grade, Sex? Sex) key, TreeSplit by) => by == TreeSplit.Grade
        ? GradesPlot.NameOf(key.Grade, visitor.Texts.Report, visitor)
        : GradesPlot.NameOf(key.Sex, visitor.Texts.Report);
}
