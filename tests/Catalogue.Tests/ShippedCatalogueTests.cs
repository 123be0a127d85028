using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Grains.Catalogues;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Catalogue.Tests;

/// <summary>The catalogue in the repository, as it is copied beside the program.</summary>
public sealed class ShippedCatalogueTests
{
    private static readonly string directory = Path.Combine(AppContext.BaseDirectory, "catalogue");
    private readonly Domain.Catalogues.Catalogue catalogue = ReadShipped();

    private static Domain.Catalogues.Catalogue ReadShipped()
    {
        using var services = new ServiceCollection().AddEduCatalogue(directory).BuildServiceProvider();
        return services.GetRequiredService<Domain.Catalogues.Catalogue>();
    }

    [Theory]
    [InlineData("dropout.rate")]
    [InlineData("retention.rate")]
    [InlineData("fitness.excellent_good_rate")]
    [InlineData("fitness.pass_rate")]
    [InlineData("fitness.participation_rate")]
    [InlineData("health.myopia_rate")]
    [InlineData("health.record_rate")]
    [InlineData("preschool.public_share")]
    [InlineData("preschool.inclusive_share")]
    [InlineData("preschool.gross_enrolment_rate")]
    [InlineData("preschool.insured_share")]
    [InlineData("balance.variation_coefficient")]
    [InlineData("staff.pay_ratio")]
    [InlineData("staff.doctor_coverage")]
    [InlineData("staff.psychology_coverage")]
    [InlineData("finance.allocated")]
    [InlineData("finance.per_student")]
    [InlineData("teachers.rotation_share")]
    [InlineData("safety.major_incidents")]
    [InlineData("safety.food_incidents")]
    [InlineData("quality.qualified_teachers_per_100")]
    [InlineData("quality.backbone_teachers_per_100")]
    [InlineData("quality.arts_pe_teachers_per_100")]
    [InlineData("quality.teaching_area_per_student")]
    [InlineData("quality.sports_area_per_student")]
    [InlineData("quality.equipment_value_per_student")]
    [InlineData("quality.multimedia_rooms_per_100")]
    public void A_code_of_the_contract_is_there_with_a_group_a_source_and_a_definition_that_names_its_measures(string code)
    {
        var indicator = catalogue.FindIndicator(code);

        Assert.NotNull(indicator);
        Assert.Contains(catalogue.Groups, group => group.Code == indicator.Group);
        Assert.NotNull(indicator.Source);
        foreach (var measure in indicator.Formula.StatedMeasures)
        {
            Assert.Contains(measure, indicator.Definition, StringComparison.Ordinal);
            Assert.Contains(measure, indicator.DefinitionEn, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_student_records_produce_is_known_as_whole_and_additive_measures_by_stage()
    {
        string[] counted =
        [
            MeasureCodes.Enrolled, MeasureCodes.DroppedOut, MeasureCodes.Graduated, MeasureCodes.FitnessTested,
            MeasureCodes.FitnessExcellent, MeasureCodes.FitnessGood, MeasureCodes.FitnessPassed,
        ];

        foreach (var measure in counted.Select(catalogue.FindMeasure))
        {
            Assert.True(measure is { Whole: true, Additive: true });
            Assert.Equal([SchoolStage.Primary, SchoolStage.Junior, SchoolStage.Senior], measure.Stages);
        }
    }

    [Theory]
    [InlineData("percent", 2)]
    [InlineData("ratio", 3)]
    [InlineData("CNY", 2)]
    [InlineData("count", 0)]
    public void Values_of_one_unit_are_rounded_alike(string unit, int decimals) =>
        Assert.All(catalogue.Indicators.Where(indicator => indicator.Unit == unit), indicator => Assert.Equal(decimals, indicator.Decimals));

    [Theory]
    [InlineData("dropout.rate", SchoolStage.Primary, 2024, 0.6)]
    [InlineData("dropout.rate", SchoolStage.Junior, 2024, 1.8)]
    [InlineData("fitness.excellent_good_rate", null, 2023, 50)]
    [InlineData("fitness.excellent_good_rate", SchoolStage.Junior, 2030, 60)]
    [InlineData("preschool.public_share", SchoolStage.Kindergarten, 2024, 50)]
    [InlineData("balance.variation_coefficient", SchoolStage.Primary, 2023, 0.65)]
    [InlineData("quality.sports_area_per_student", SchoolStage.Junior, 2024, 10.2)]
    [InlineData("staff.pay_ratio", null, 2024, 1)]
    public void A_target_holds_for_its_stage_from_its_year(string code, SchoolStage? stage, int year, double target) =>
        Assert.Equal((decimal)target, catalogue.FindIndicator(code)!.TargetFor(Period.OfYear(year), stage)?.Value);

    [Fact]
    public void Every_definition_says_from_when_it_holds_and_no_target_is_older_than_a_law_could_be()
    {
        var versions = catalogue.Indicators.Select(indicator => indicator.Version).Concat(catalogue.Standards.Select(standard => standard.Version));

        Assert.All(versions, version => Assert.InRange(version.From, new DateOnly(1986, 7, 1), new DateOnly(2026, 12, 31)));
        Assert.All(catalogue.Indicators.SelectMany(indicator => indicator.Targets), target => Assert.InRange(target.FromYear, 1986, 2030));
    }

    [Fact]
    public void Half_years_are_kept_only_where_somebody_states_them_or_students_are_counted() =>
        Assert.Equal(
            ["finance.allocated"],
            catalogue.Indicators
                .Where(indicator => indicator.PeriodTypes.Contains(PeriodType.HalfYear) && !indicator.Code.StartsWith("dropout.", StringComparison.Ordinal))
                .Select(indicator => indicator.Code));

    [Fact]
    public void Every_group_has_indicators_and_every_unit_is_used()
    {
        Assert.All(catalogue.Groups, group => Assert.Contains(catalogue.Indicators, indicator => indicator.Group == group.Code));
        Assert.All(catalogue.Units, unit => Assert.Contains(unit.Code, UnitsInUse()));
    }

    [Fact]
    public void Every_indicator_can_be_computed() =>
        Assert.DoesNotContain(catalogue.Indicators, indicator => indicator.Formula is Formula.Stated);

    [Fact]
    public void The_mean_variation_is_taken_over_the_eight_that_the_basic_standard_averages()
    {
        var mean = Assert.IsType<Formula.Mean>(catalogue.FindIndicator("balance.variation_coefficient")!.Formula);

        var averaged = Assert.IsType<CriterionScope.Spread>(catalogue.FindStandard("basic-balanced-2012")!.FindCriterion("variation-primary")!.Scope);
        Assert.Equal(8, mean.Of.Length);
        Assert.Equal(MeasuresOf(averaged.Of.Select(indicator => indicator.Formula)), MeasuresOf(mean.Of));
    }

    [Fact]
    public void The_largest_variation_is_taken_over_the_seven_quality_indicators_and_limited_as_the_standard_limits_each()
    {
        var indicator = catalogue.FindIndicator("balance.quality_variation_coefficient")!;
        var largest = Assert.IsType<Formula.Largest>(indicator.Formula);

        Assert.Equal(MeasuresOf(catalogue.Indicators.Where(one => one.Group == "quality").Select(one => one.Formula)), MeasuresOf(largest.Of));
        var spreads = catalogue.FindStandard("quality-balanced-2017")!.Criteria.Where(criterion => criterion.Scope is CriterionScope.Spread).ToList();
        Assert.Equal(2 * (7 + 1), spreads.Count);
        Assert.All(spreads, criterion => Assert.Equal(indicator.TargetFor(Period.OfYear(2024), criterion.Stage)!.Value, criterion.Threshold));
    }

    private static IEnumerable<string> MeasuresOf(IEnumerable<Formula> formulas) =>
        formulas.Select(formula => formula is Formula.Variation variation ? variation.Of.Numerator[0] : ((Formula.Ratio)formula).Numerator[0]);

    private IEnumerable<string> UnitsInUse() =>
        catalogue.Measures.Select(measure => measure.Unit).Concat(catalogue.Indicators.Select(indicator => indicator.Unit)).Distinct();
}
