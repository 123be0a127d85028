using Bunit;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Standards;
using EduAnalytics.Dashboard.Standards.Misses;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Standards;

public sealed class RemedyListTests : PageTests
{
    [Fact]
    public void Where_a_single_change_turns_some_of_the_misses_the_list_says_how_many_and_begins_with_them()
    {
        var list = Open<RemedyList>("/", page => page.Add(one => one.Misses, [Miss("far", changes: 2), Miss("near", changes: 1), Miss("stuck", changes: 0)]));

        Assert.Contains("这 3 项中有 1 项只需一处改动即可达标。", list.Find(".hint strong").TextContent, StringComparison.Ordinal);
        Assert.Equal(["near", "far", "stuck"], list.FindAll(".remedy-list > li").Select(line => line.TextContent.Contains("near", StringComparison.Ordinal) ? "near" : line.TextContent.Contains("far", StringComparison.Ordinal) ? "far" : "stuck"));
    }

    [Fact]
    public void Where_there_is_one_miss_or_none_that_one_change_turns_nothing_is_said_of_it()
    {
        Assert.Empty(Open<RemedyList>("/", page => page.Add(one => one.Misses, [Miss("near", changes: 1)])).FindAll(".hint strong"));
        Assert.Empty(Open<RemedyList>("/", page => page.Add(one => one.Misses, [Miss("far", changes: 2), Miss("stuck", changes: 0)])).FindAll(".hint strong"));
    }

    /// <param name="changes">How many changes, all together, turn it; 0 where none here does.</param>
    private static Outcome Miss(string school, int changes)
    {
        var unit = new OrgUnit(school, school, school, OrgUnitLevel.School, false);
        var indicator = new Indicator("x", "指标", "Indicator", "g", "percent", 2, Direction.HigherIsBetter, [], "x", "x", null);
        return new Outcome(
            new Criterion("c", "准则", "Criterion", indicator, null, 50, Comparison.AtLeast, CriterionScope.EachSchool, [], null, [], null, null, true, null),
            new CriterionResult(
                new CriterionCode("c"), unit, 40, TargetStatus.Missed, -10, Basis.Computed, null, null, changes == 0 ? RemedyObstacle.NoComponents : null,
                [.. Enumerable.Range(0, changes).Select(n => new Remedy($"m{n}", $"数据元{n}", $"Measure {n}", "people", 3, unit))]));
    }
}
