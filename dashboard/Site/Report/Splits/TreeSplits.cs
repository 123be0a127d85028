using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Report.Splits;

/// <summary>By what a count may be parted, and in which order: units first, then stages or students.</summary>
internal static class TreeSplits
{
    /// <summary>What was asked for as far as it goes; where nothing was, the units below.</summary>
    public static IReadOnlyList<TreeSplit> Of(ValueList<TreeSplit> asked, ReportQuestion question)
    {
        if (asked.Count == 0)
            return [.. Enumerable.Repeat(TreeSplit.Unit, DepthOf(question))];
        var splits = new List<TreeSplit>();
        foreach (var one in asked.TakeWhile(one => Next(splits, question).Contains(one)))
            splits.Add(one);
        return splits;
    }

    /// <summary>
    /// What may follow. Of one stage nothing more is known than its units: students are counted by grade and sex over all of a
    /// unit's stages, and so their counts add up only to that of all stages.
    /// </summary>
    public static IEnumerable<TreeSplit> Next(IReadOnlyList<TreeSplit> splits, ReportQuestion question)
    {
        if (splits.All(one => one == TreeSplit.Unit) && splits.Count < DepthOf(question))
            yield return TreeSplit.Unit;
        if (question.Stage is not null || splits.Contains(TreeSplit.Stage))
            yield break;
        if (question.Indicator.Stages.Count > 1 && splits.All(one => one == TreeSplit.Unit))
            yield return TreeSplit.Stage;
        foreach (var students in new[] { TreeSplit.Grade, TreeSplit.Sex })
            if (!splits.Contains(students))
                yield return students;
    }

    private static int DepthOf(ReportQuestion question) => question.Level switch
    {
        OrgUnitLevel.City => 2,
        OrgUnitLevel.District => 1,
        _ => 0,
    };
}
