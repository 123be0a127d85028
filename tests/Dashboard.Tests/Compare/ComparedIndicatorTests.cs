using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Tests.Sample;
using EduAnalytics.Plots;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Dashboard.Tests.Compare;

public sealed class ComparedIndicatorTests
{
    private static readonly Visitor Reader = Visitor.From("zh", null);

    [Fact]
    public async Task The_year_ranked_is_the_newest_that_most_units_have()
    {
        var compared = await Read(new CompareView());

        Assert.Equal("2025", compared.Periods[^1]);
        Assert.Equal("2024", compared.Ranked);
    }

    [Fact]
    public async Task Choosing_years_narrows_every_series_alike()
    {
        var compared = await Read(new CompareView { From = 2023, To = 2024 });

        Assert.Equal(["2023", "2024"], compared.Periods);
        Assert.All(compared.Units, unit => Assert.Equal(["2023", "2024"], unit.Readings.Select(reading => reading.Period)));
        Assert.Equal((2020, 2025), compared.Years);
    }

    [Fact]
    public void A_year_without_data_between_others_is_shown_as_a_gap() =>
        Assert.Equal(["2021", "2022", "2023", "2023H1"], ShownPeriods.Of(["2021", "2023", "2023H1"], new CompareView { Span = PeriodSpan.All }));

    [Theory]
    [InlineData(PeriodSpan.Whole, "2023", "2024")]
    [InlineData(PeriodSpan.Part, "2024H1")]
    public void Whole_years_and_parts_of_years_are_not_mixed_unless_asked(PeriodSpan span, params string[] shown) =>
        Assert.Equal(shown, ShownPeriods.Of(["2023", "2024", "2024H1"], new CompareView { Span = span }));

    [Fact]
    public void Where_there_are_only_half_years_they_are_shown() =>
        Assert.Equal(["2023H1", "2024H1"], ShownPeriods.Of(["2023H1", "2024H1"], new CompareView()));

    [Fact]
    public async Task A_half_year_warns_only_while_whole_years_stand_beside_it()
    {
        var warning = new ComparisonWarning("UNEQUAL_SPAN", "…", null, ["2023", "2024H1"]);

        Assert.True(ShownPeriods.Concern(warning, ["2023", "2024H1"]));
        Assert.False(ShownPeriods.Concern(warning, ["2022", "2023"]));
        Assert.False(ComparisonPlot.Spec(await Read(new CompareView { Indicator = "finance.allocated", Span = PeriodSpan.All }), Reader, PlotSize.Wide)
            .Series[0].Points[^1].Joined);
    }

    [Fact]
    public async Task Generated_units_are_drawn_as_generated_and_real_ones_are_not()
    {
        var spec = ComparisonPlot.Spec(await Read(new CompareView()), Reader, PlotSize.Wide);

        Assert.Equal(["230404"], spec.Series.Where(series => !series.Synthetic).Select(series => series.Id));
    }

    [Fact]
    public async Task A_district_keeps_its_colour_whoever_else_is_shown()
    {
        var all = ComparisonPlot.Spec(await Read(new CompareView()), Reader, PlotSize.Wide);
        var alone = ComparisonPlot.Spec(await Read(new CompareView { Units = ["230404"] }), Reader, PlotSize.Wide);

        Assert.Equal(all.Series[2].ColourIndex, alone.Series[0].ColourIndex);
        Assert.Equal(8, all.Series.Select(series => series.ColourIndex).Distinct().Count());
    }

    [Fact]
    public async Task The_plot_marks_reported_values_and_leaves_gaps_open()
    {
        var spec = ComparisonPlot.Spec(await Read(new CompareView { Units = ["230404"] }), Reader, PlotSize.Wide);
        var points = Assert.Single(spec.Series).Points;

        Assert.Null(points[0].Value);
        Assert.Equal((22.7m, PointBasis.Reported), (points[3].Value, points[3].Basis));
        Assert.Equal((28.77m, PointBasis.Computed), (points[4].Value, points[4].Basis));
        Assert.Equal("目标 ≥ 50%", spec.Target?.Label);
    }

    [Fact]
    public async Task The_ranking_puts_the_best_first_and_units_without_data_last()
    {
        var compared = await Read(new CompareView());

        var rows = RankingPlot.Spec(compared.Indicator, "2025", compared.Units, Reader, PlotSize.Column).Rows;

        Assert.Equal("230422", rows[0].Id);
        Assert.Equal(("230404", null), (rows[^1].Id, rows[^1].Value));
        Assert.Equal(RowStatus.Met, rows[0].Status);
        Assert.Equal("+2.50", rows[0].Change);
    }

    [Fact]
    public async Task Lower_is_better_ranks_the_smallest_first()
    {
        var compared = await Read(new CompareView());
        var lower = compared.Indicator with { Direction = Direction.LowerIsBetter };

        Assert.Equal("230404", RankingPlot.Spec(lower, "2024", compared.Units, Reader, PlotSize.Column).Rows[0].Id);
    }

    [Fact]
    public async Task The_headline_counts_who_meets_the_target_and_names_the_ends()
    {
        var compared = await Read(new CompareView());

        Assert.Equal("2024年，8 个有数据的单位中 5 个达到目标（≥ 50%）。最高为绥滨县 89.00%，最低为南山区 28.77%。", Headline.Of(compared, Reader));
        Assert.StartsWith("2024: 5 of 8 units", Headline.Of(compared, Visitor.From("en", null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_warning_of_a_kind_names_all_the_units_it_concerns()
    {
        var compared = await Read(new CompareView { Units = ["230402", "230403"] });

        Assert.Equal(["部分单位为演示数据：向阳区、工农区"], WarningText.Of(compared.Warnings, Reader));
    }

    [Fact]
    public async Task A_change_of_years_asks_nothing_of_the_gateway()
    {
        var gateway = new SampleGateway();
        var reader = ReaderOf(gateway);
        var first = await reader.Read(new CompareView(), null, TestContext.Current.CancellationToken);

        await reader.Read(new CompareView { From = 2023 }, first, TestContext.Current.CancellationToken);

        Assert.Equal(["Catalogue", "Compare"], gateway.Asked.Select(asked => asked.Operation));
    }

    [Fact]
    public async Task A_stage_the_indicator_is_not_kept_for_is_left_out()
    {
        var gateway = new SampleGateway();

        await ReaderOf(gateway).Read(
            new CompareView { Stage = SchoolStage.Junior }, null, TestContext.Current.CancellationToken);

        Assert.Null(gateway.Asked[^1].Variables["stage"]);
    }

    private static async Task<ComparedIndicator> Read(CompareView view)
    {
        var data = await ReaderOf(new SampleGateway()).Read(view, null, TestContext.Current.CancellationToken);
        return ComparedIndicator.Of(data.Question!, data.Answer!, view, data.Catalogue.Districts());
    }

    private static CompareReader ReaderOf(SampleGateway gateway) => new(gateway, Options.Create(new DashboardOptions()), TimeProvider.System);
}
