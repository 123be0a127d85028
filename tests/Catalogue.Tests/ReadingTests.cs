using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Catalogue.Tests;

public sealed class ReadingTests : IDisposable
{
    private readonly WrittenCatalogue written = new();

    public void Dispose() => written.Dispose();

    [Fact]
    public void An_indicator_is_read_with_all_that_its_entry_says()
    {
        var indicator = written.ReadComplete().FindIndicator("dropout.rate");

        Assert.NotNull(indicator);
        Assert.Equal(("辍学率", "Dropout rate", "retention", "percent"), (indicator.Name, indicator.NameEn, indicator.Group, indicator.Unit));
        Assert.Equal((2, Direction.LowerIsBetter), (indicator.Decimals, indicator.Direction));
        Assert.Equal([PeriodType.Year], indicator.PeriodTypes);
        Assert.Equal([SchoolStage.Primary, SchoolStage.Junior], indicator.Stages);
        var ratio = Assert.IsType<Formula.Ratio>(indicator.Formula);
        Assert.Equal(["students.dropped_out"], ratio.Numerator);
        Assert.Equal(["students.enrolled"], ratio.Denominator);
        Assert.Equal(100, ratio.Scale);
        Assert.Equal(new DefinitionVersion(1, new DateOnly(2017, 7, 28)), indicator.Version);
        var target = Assert.Single(indicator.Targets);
        Assert.Equal(new Target(SchoolStage.Primary, 2017, TargetComparison.AtMost, 0.6m, null), target);
    }

    [Fact]
    public void A_measure_takes_from_its_unit_whether_it_is_whole_and_adds_up()
    {
        var catalogue = written.ReadComplete();

        Assert.True(catalogue.FindMeasure("students.enrolled") is { Whole: true, Additive: true });
        Assert.True(catalogue.FindMeasure("finance.allocated") is { Whole: false, Additive: true });
    }

    [Fact]
    public void A_measure_may_say_otherwise_than_its_unit()
    {
        written.Write("measures.yaml", WrittenCatalogue.Measures.Replace(
            "unit: CNY,", "unit: CNY, additive: false,", StringComparison.Ordinal));

        Assert.False(written.ReadComplete().FindMeasure("finance.allocated")!.Additive);
    }

    [Fact]
    public void Groups_and_units_keep_their_order_and_names()
    {
        var catalogue = written.ReadComplete();

        Assert.Equal(new IndicatorGroup("retention", "控辍保学", "Retention"), Assert.Single(catalogue.Groups));
        Assert.Equal(["students", "percent", "CNY"], catalogue.Units.Select(unit => unit.Code));
    }

    [Fact]
    public void A_source_is_shown_with_number_and_article_and_says_what_of_it_was_not_seen()
    {
        written.ReplaceInIndicators(
            "version: { number: 1",
            "source: { document: 某办法, number: 教督〔2017〕6号, article: 第六条, doubt: The article was not seen. }\n    version: { number: 1");

        var indicator = written.ReadComplete().FindIndicator("dropout.rate")!;

        Assert.Equal("《某办法》（教督〔2017〕6号，第六条）", indicator.Source);
        Assert.Equal((false, "The article was not seen."), (indicator.SourceConfirmed, indicator.SourceDoubt));
    }

    [Fact]
    public void A_new_ratio_indicator_needs_an_entry_and_no_code()
    {
        written.Write("indicators.yaml", WrittenCatalogue.Indicators + """

              - code: finance.allocated
                name: 教育资金拨付
                name_en: Funds allocated
                group: retention
                unit: CNY
                decimals: 2
                direction: HIGHER_IS_BETTER
                period_types: [YEAR, HALF_YEAR]
                formula: { sum: [finance.allocated] }
                definition: 拨付的教育资金。
                definition_en: Funds allocated.
                version: { number: 1, from: 2018-08-17 }
            """);

        var catalogue = written.ReadComplete();

        Assert.Equal(2, catalogue.Indicators.Length);
        Assert.Equal("finance.allocated", Assert.Single(catalogue.IndicatorsReading("finance.allocated")).Code);
    }

    [Fact]
    public void Students_are_shown_from_five_on_unless_the_unit_or_the_measure_says_otherwise()
    {
        Assert.Equal((5, 0), (SmallestShown("students.enrolled"), SmallestShown("finance.allocated")));

        written.Write("units.yaml", WrittenCatalogue.Units.Replace("whole: true, additive: true }", "whole: true, additive: true, smallest_shown: 10 }", StringComparison.Ordinal));
        written.Write("measures.yaml", WrittenCatalogue.Measures.Replace("在校学生数,", "在校学生数, smallest_shown: 0,", StringComparison.Ordinal));

        Assert.Equal((0, 10), (SmallestShown("students.enrolled"), SmallestShown("students.dropped_out")));
        var group = Assert.Single(written.ReadComplete().Counts.All);
        Assert.Equal(("students.dropped_out", 10), (group.Name, group.Threshold));
    }

    private int SmallestShown(string measure) => written.ReadComplete().FindMeasure(measure)!.SmallestShown;
}
