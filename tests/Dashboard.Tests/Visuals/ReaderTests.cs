using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Tests.Sample;
using EduAnalytics.Dashboard.Visuals.StatusMaps;
using EduAnalytics.Dashboard.Visuals.Strips;
using EduAnalytics.Dashboard.Visuals.Trees;
using EduAnalytics.Plots;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace EduAnalytics.Dashboard.Tests.Visuals;

/// <summary>From an address to a specification, over the sample city.</summary>
public sealed class ReaderTests
{
    private static readonly Visitor Reader = Visitor.From("zh", null);

    private readonly SampleGateway _gateway = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));

    private CompareReader Comparisons => new(_gateway, Options.Create(new DashboardOptions()), _time);

    [Fact]
    public async Task One_district_stands_before_the_band_of_the_others()
    {
        var spec = await Comparison(new CompareView { Units = ["230404"] });

        // The lowest and the highest of seven made districts in 2020.
        Assert.Equal(new BandEdge(30, 72), spec.Band!.Edges[0]);
        Assert.Equal("其他区县（最低至最高）（演示）", spec.Band.Label);
        Assert.Equal(["Catalogue", "Compare"], _gateway.Asked.Select(asked => asked.Operation));
    }

    [Theory]
    [InlineData]
    [InlineData("230402", "230403", "230404", "230405", "230406", "230407", "230421")]
    public async Task Without_two_others_there_is_no_band(params string[] units) =>
        Assert.Null((await Comparison(new CompareView { Units = [.. units] })).Band);

    [Fact]
    public async Task The_columns_of_a_status_map_are_the_indicators_that_have_values()
    {
        var data = await new StatusMapReader(_gateway, _time).Read(
            new StatusMapView(["dropout.rate", "preschool.public_share"], null, [], null, null, null), TestContext.Current.CancellationToken);

        var spec = (StatusMapSpec)StatusMapPlot.Of(data, Reader, PlotSize.Wide).Spec!;

        Assert.Equal(["dropout.rate"], spec.Columns.Select(column => column.Id));
        Assert.Equal([RowStatus.Met, RowStatus.Missed], spec.Rows.Select(row => row.Cells[0].Status));
        Assert.Equal("2025", _gateway.Asked[^1].Variables["period"]);
    }

    [Theory]
    [InlineData("230404", 1)]
    [InlineData("230400", 2)]
    public async Task A_district_is_one_strip_and_a_city_one_for_each_district(string unit, int strips)
    {
        var (data, _) = await Schools.Read("preschool.public_share", unit, null, "2024", TestContext.Current.CancellationToken);

        var spec = (StripSpec)SchoolsPlot.Of(data!, Reader, PlotSize.Wide).Spec!;

        Assert.Equal(strips, spec.Groups.Count);
        Assert.Equal(5, spec.Groups[0].Points.Count);
        Assert.Equal(new StripBox(44, 46, 48), spec.Groups[0].Box);
        Assert.Equal("KINDERGARTEN", _gateway.Asked[^1].Variables["stage"]);
    }

    [Fact]
    public async Task An_indicator_without_stages_has_no_strips_and_that_is_said()
    {
        var (data, obstacle) = await Schools.Read("finance.allocated", null, null, null, TestContext.Current.CancellationToken);

        Assert.Null(data);
        Assert.Contains("not kept by stage", obstacle, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tree_opens_the_child_with_the_largest_count()
    {
        var spec = await Tree(null);

        // Children and parts are the sample's eight districts alike.
        Assert.Equal("230422", Assert.Single(spec.Root.Parts, part => part.Parts.Count > 0).Id);
        Assert.Equal(Counts(spec).OrderDescending(), Counts(spec));
    }

    [Fact]
    public async Task A_child_that_is_not_there_cannot_be_opened()
    {
        var (data, obstacle) = await new TreeReader(Comparisons, _time).Read(
            new CompareView { Indicator = "preschool.public_share" }, "2024", "999", TestContext.Current.CancellationToken);

        Assert.Null(data);
        Assert.StartsWith("The field 'open' holds '999'; give one of 230402", obstacle, StringComparison.Ordinal);
    }

    private static List<decimal> Counts(TreeSpec spec) => [.. spec.Root.Parts.Select(part => part.Value).OfType<decimal>()];

    private SchoolsReader Schools => new(_gateway, _time, Options.Create(new DashboardOptions()));

    private async Task<TreeSpec> Tree(string? open)
    {
        var (data, _) = await new TreeReader(Comparisons, _time).Read(
            new CompareView { Indicator = "preschool.public_share" }, "2024", open, TestContext.Current.CancellationToken);
        return (TreeSpec)TreePlot.Of(data!, Reader, PlotSize.Wide).Spec!;
    }

    private async Task<LineSpec> Comparison(CompareView view)
    {
        var data = await Comparisons.Read(view, null, TestContext.Current.CancellationToken);
        return ComparisonPlot.Spec(
            ComparedIndicator.Of(data.Question!, data.Answer!, view, data.Catalogue.Districts()), Reader, PlotSize.Wide);
    }
}
