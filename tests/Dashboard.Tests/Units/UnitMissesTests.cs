using Bunit;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Tests.Sample;
using EduAnalytics.Dashboard.Units;
using EduAnalytics.Dashboard.Units.Misses;

namespace EduAnalytics.Dashboard.Tests.Units;

public sealed class UnitMissesTests : PageTests
{
    [Fact]
    public void What_is_missed_is_told_with_its_gap_since_when_and_by_whom_below()
    {
        var miss = Assert.Single(OpenUnit().FindAll(".miss-list li"));

        Assert.Contains("公办园在园幼儿占比", miss.TextContent, StringComparison.Ordinal);
        Assert.Contains("28.77%", miss.TextContent, StringComparison.Ordinal);
        Assert.Contains("−21.23 个百分点", miss.TextContent, StringComparison.Ordinal);
        Assert.Contains("自2023年起", miss.TextContent, StringComparison.Ordinal);
        Assert.Contains("未达标单位：松鹤幼儿园", miss.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_missed_is_asked_of_the_units_below()
    {
        OpenUnit();

        var asked = Gateway.Asked.Single(question => question.Operation == "MissedBelow").Variables;
        Assert.Equal(["preschool.public_share"], (IReadOnlyList<string>)asked["all"]!);
        Assert.Equal(("2024", "2024", false), ((string)asked["from"]!, (string)asked["to"]!, (bool)asked["hasPrimary"]!));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(80, false)]
    [InlineData(81, true)]
    public void Too_many_below_are_looked_for_in_their_ranking_and_not_named(int below, bool isTooMany)
    {
        var unit = new UnitInTree("230404", "南山区", null, OrgUnitLevel.District, false, [], null, new ChildCount(below), []);

        Assert.Equal(isTooMany, MissedQuestion.TooManyBelow(unit));
    }

    [Fact]
    public void Each_standard_has_a_verdict_that_opens_its_page()
    {
        var standing = Assert.Single(OpenUnit().FindAll(".standings-list li"));

        Assert.Equal($"/units/230404/standards/{SampleStandards.Code}?period=2024", standing.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("未达标", standing.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021:MISSED 2022:MISSED 2023:MISSED", "2021")]
    [InlineData("2021:MISSED 2022:MET 2023:MISSED", "2023")]
    [InlineData("2020:MISSED 2022:MISSED 2023:MISSED", "2022")]
    [InlineData("2022:MISSED 2023:MET", null)]
    public void A_run_of_misses_ends_at_a_year_that_was_met_or_is_not_known(string years, string? since)
    {
        var readings = years.Split(' ').Select(year => year.Split(':'))
            .Select(year => Reading.None(year[0]) with { Value = 1, Target = 2, Status = Enum.Parse<TargetStatus>(year[1], ignoreCase: true) });
        var indicator = new Indicator("a", "a", null, "g", "percent", 2, Direction.HigherIsBetter, [], "d", null, null);

        Assert.Equal(since, new ScorecardRow(indicator, null, [.. readings], []).MissedSince);
    }

    private IRenderedComponent<UnitPage> OpenUnit() => Open<UnitPage>("/units/230404", page => page.Add(unit => unit.Id, "230404"));
}
