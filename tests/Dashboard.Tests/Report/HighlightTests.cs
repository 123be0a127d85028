using EduAnalytics.Dashboard.Report.Canvas;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Tests.Report;

public sealed class HighlightTests
{
    private static readonly Highlight school = new("230402-s01", "230402", "2023");

    [Fact]
    public void A_picked_school_is_marked_where_it_is_shown_and_its_district_where_only_that_is()
    {
        var tree = (TreeSpec)school.Apply(Tree());
        var waterfall = (WaterfallSpec)school.Apply(Waterfall());

        Assert.Equal([false, true], tree.Root.Parts[0].Parts.Select(part => part.Highlighted));
        Assert.False(tree.Root.Parts[0].Highlighted);
        Assert.Equal([true, false], waterfall.Steps.Select(step => step.Highlighted));
    }

    [Fact]
    public void A_picked_year_is_marked_where_it_is_shown()
    {
        Assert.Equal(1, ((LineSpec)school.Apply(Lines("2022", "2023"))).PickedPeriod);
        Assert.Null(((LineSpec)school.Apply(Lines("2020", "2021"))).PickedPeriod);
    }

    [Fact]
    public void Nothing_picked_changes_nothing()
    {
        var nothing = new Highlight(null, null, null);

        Assert.Equal(Tree(), nothing.Apply(Tree()));
        Assert.Equal(Waterfall(), nothing.Apply(Waterfall()));
        Assert.Equal(Lines("2022"), nothing.Apply(Lines("2022")));
    }

    private static LineSpec Lines(params string[] periods) => new()
    {
        Title = "t",
        Periods = [.. periods],
        Series = [],
        Texts = new LineTexts { SyntheticSuffix = "", SyntheticKey = "", ComputedKey = "", ReportedKey = "", UnnamedNote = "", NoData = "", OrgUnit = "", Lowest = "", Highest = "" },
    };

    private static TreeSpec Tree() => new()
    {
        Title = "t",
        Root = new TreeNode("230400", "c", 3, [new TreeNode("230402", "d", 3, [new TreeNode("230402-s02", "b", 1, []), new TreeNode("230402-s01", "a", 2, [])])]),
        Texts = new TreeTexts { Part = "", Value = "", Share = "", NoData = "", SyntheticSuffix = "" },
    };

    private static WaterfallSpec Waterfall() => new()
    {
        Title = "t",
        Start = new WaterfallTotal("from", "2022", 1),
        Steps = [new WaterfallStep("230402", "a", 1), new WaterfallStep("230404", "b", 1)],
        End = new WaterfallTotal("to", "2023", 3),
        Texts = new WaterfallTexts { Step = "", Amount = "", Total = "", Rise = "", Fall = "", CutNote = "", SyntheticSuffix = "" },
    };
}
