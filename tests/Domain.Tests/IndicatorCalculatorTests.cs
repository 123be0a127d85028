using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Tests;

public class IndicatorCalculatorTests
{
    private readonly AuthorityLedger ledger = new();
    private readonly RollUp rollUp = new(Field.Catalogue);

    [Fact]
    public void A_share_with_its_parts_is_computed_and_the_stated_share_stands_beside_it()
    {
        State(("preschool.children", "2024", SchoolStage.Kindergarten, 1842), ("preschool.children_public", "2024", SchoolStage.Kindergarten, 530),
            ("preschool.public_share", "2024", SchoolStage.Kindergarten, 28.8m), ("preschool.public_share", "2023", SchoolStage.Kindergarten, 22.7m));

        var value = Evaluate("preschool.public_share", "2024", null);

        Assert.Equal(28.77m, value.Value);
        Assert.Equal((530m, 1842m, 28.8m), (value.Numerator, value.Denominator, value.Reported));
        Assert.Equal((Basis.Computed, TargetStatus.Missed, 50m), (value.Basis, value.Status, value.Target));
        Assert.Equal(6.07m, value.Change);
    }

    [Fact]
    public void A_rate_without_parts_is_shown_as_stated()
    {
        State(("fitness.excellent_good_rate", "2023", null, 3.4m));

        var value = Evaluate("fitness.excellent_good_rate", "2023", null);

        Assert.Equal((3.4m, Basis.Reported, TargetStatus.Missed, 50m), (value.Value, value.Basis, value.Status, value.Target));
        Assert.Null(value.Reported);
        Assert.Null(value.Numerator);
    }

    [Fact]
    public void A_ratio_of_averages_has_three_decimals()
    {
        State(("staff.teacher_pay_average", "2024", null, 92223.96m), ("staff.civil_servant_pay_average", "2024", null, 82830.03m));

        Assert.Equal((1.113m, TargetStatus.Met), (Evaluate("staff.pay_ratio", "2024", null).Value, Evaluate("staff.pay_ratio", "2024", null).Status));
    }

    [Fact]
    public void A_total_that_is_only_stated_is_reported_to_the_digit()
    {
        State(("finance.allocated", "2023", null, 62171886.03m));

        var value = Evaluate("finance.allocated", "2023", null);

        Assert.Equal((62171886.03m, Basis.Reported), (value.Value, value.Basis));
    }

    [Fact]
    public void Zero_dropouts_without_enrolment_are_no_data()
    {
        State((MeasureCodes.DroppedOut, "2024", null, 0));

        Assert.Equal((null, TargetStatus.NoData), (Evaluate("dropout.rate", "2024", null).Value, Evaluate("dropout.rate", "2024", null).Status));
    }

    [Fact]
    public void A_dropout_that_a_school_records_outweighs_a_district_that_states_none()
    {
        State((MeasureCodes.DroppedOut, "2024", null, 0));
        Roll(Field.Primary, enrolled: 50, droppedOut: 1);

        var value = Evaluate("dropout.rate", "2024", null);

        Assert.Equal((2m, 1m, 50m), (value.Value, value.Numerator, value.Denominator));
        Assert.Equal((1, 3), (value.ReportedUnits, value.ExpectedUnits));
    }

    [Fact]
    public void A_numerator_of_some_schools_is_divided_by_the_denominator_of_the_same_schools()
    {
        RollFigures(Field.Primary, ("fitness.tested", 100), ("fitness.excellent", 10), ("fitness.good", 30));
        RollFigures(Field.Junior, ("fitness.tested", 500));

        var value = Evaluate("fitness.excellent_good_rate", "2024", null);

        Assert.Equal((40m, 40m, 100m), (value.Value, value.Numerator, value.Denominator));
        Assert.Equal((1, 3), (value.ReportedUnits, value.ExpectedUnits));
        var explanation = new IndicatorExplainer(Field.Catalogue, Measures(), ledger.Stated, rollUp.Rows)
            .Explain(Field.Catalogue.FindIndicator("fitness.excellent_good_rate")!, Field.Year2024, null);
        Assert.EndsWith("= 40 ÷ 100 × 100 = 40", explanation.Formula, StringComparison.Ordinal);
        Assert.DoesNotContain(explanation.Contributions, part => part.OrgUnit == Field.Junior.Id);
    }

    [Fact]
    public void What_a_school_of_one_stage_states_without_a_stage_counts_for_that_stage()
    {
        RollFigures(Field.Primary, (MeasureCodes.Enrolled, 200), (MeasureCodes.DroppedOut, 1));
        RollFigures(Field.Junior, (MeasureCodes.Enrolled, 100), (MeasureCodes.DroppedOut, 2));

        Assert.Equal(0.5m, Evaluate("dropout.rate", "2024", SchoolStage.Primary).Value);
        Assert.Equal(2m, Evaluate("dropout.rate", "2024", SchoolStage.Junior).Value);
        Assert.Equal(1m, Evaluate("dropout.rate", "2024", null).Value);
    }

    [Fact]
    public void A_stage_has_its_own_rate_and_target()
    {
        Roll(Field.Primary, enrolled: 100, droppedOut: 1);
        Roll(Field.Junior, enrolled: 300, droppedOut: 0);

        Assert.Equal((1m, TargetStatus.Missed), (Evaluate("dropout.rate", "2024", SchoolStage.Primary).Value, Evaluate("dropout.rate", "2024", SchoolStage.Primary).Status));
        Assert.Equal((0m, TargetStatus.NoTarget), (Evaluate("dropout.rate", "2024", SchoolStage.Junior).Value, Evaluate("dropout.rate", "2024", SchoolStage.Junior).Status));
        Assert.Equal(0.25m, Evaluate("dropout.rate", "2024", null).Value);
    }

    [Fact]
    public void Each_year_is_held_to_the_target_of_its_time()
    {
        State(("fitness.excellent_good_rate", "2019", null, 30), ("fitness.excellent_good_rate", "2031", null, 55));

        Assert.Equal((null, TargetStatus.NoTarget), (Evaluate("fitness.excellent_good_rate", "2019", null).Target, Evaluate("fitness.excellent_good_rate", "2019", null).Status));
        Assert.Equal((60m, TargetStatus.Missed), (Evaluate("fitness.excellent_good_rate", "2031", null).Target, Evaluate("fitness.excellent_good_rate", "2031", null).Status));
    }

    [Fact]
    public void A_coefficient_stated_for_one_stage_says_nothing_about_all()
    {
        State(("balance.variation_coefficient", "2023", SchoolStage.Primary, 0.532m));

        Assert.Equal((0.532m, TargetStatus.Met), (Evaluate("balance.variation_coefficient", "2023", SchoolStage.Primary).Value, Evaluate("balance.variation_coefficient", "2023", SchoolStage.Primary).Status));
        Assert.Null(Evaluate("balance.variation_coefficient", "2023", null).Value);
    }

    [Fact]
    public void A_half_year_is_a_period_of_its_own()
    {
        State(("finance.allocated", "2023", null, 62171886.03m), ("finance.allocated", "2024H1", null, 33831834.88m));

        Assert.Null(Evaluate("finance.allocated", "2024H1", null).Change);
        Assert.Equal(
            [Period.Parse("2023"), Period.Parse("2024H1")],
            new PeriodIndex(Measures()).WithData([Field.Catalogue.FindIndicator("finance.allocated")!], null));
    }

    [Fact]
    public void Periods_are_those_of_the_stage_and_kind_asked_for()
    {
        State(("preschool.children", "2023", SchoolStage.Kindergarten, 1), ("finance.allocated", "2024H1", null, 1), ("finance.allocated", "2022", null, 1));
        var index = new PeriodIndex(Measures());
        Indicator[] both = [Field.Catalogue.FindIndicator("finance.allocated")!, Field.Catalogue.FindIndicator("preschool.public_share")!];

        Assert.Equal(["2022", "2023", "2024H1"], index.WithData(both, null).Select(period => period.ToString()));
        Assert.Equal(["2023"], index.WithData(both, SchoolStage.Kindergarten).Select(period => period.ToString()));
        Assert.Empty(index.WithData(both, SchoolStage.Primary));
    }

    [Fact]
    public void A_unit_is_looked_through_again_once_it_has_changed()
    {
        var (held, measures) = (new HeldPeriods(), Measures());
        State(("finance.allocated", "2023", null, 1));
        var before = held.Of(measures);
        Assert.Same(before, held.Of(measures));

        State(("finance.allocated", "2024", null, 1));

        Assert.Equal(["2023", "2024"], held.Of(measures).WithData([Field.Catalogue.FindIndicator("finance.allocated")!], null).Select(period => period.ToString()));
    }

    [Fact]
    public void An_explanation_shows_the_formula_with_its_numbers_and_the_documents()
    {
        State(("preschool.children", "2024", SchoolStage.Kindergarten, 1842), ("preschool.children_public", "2024", SchoolStage.Kindergarten, 530));

        var explainer = new IndicatorExplainer(Field.Catalogue, Measures(), ledger.Stated, []);
        var explanation = explainer.Explain(Field.Catalogue.FindIndicator("preschool.public_share")!, Field.Year2024, null);

        Assert.Equal("preschool.children_public ÷ preschool.children × 100 = 530 ÷ 1842 × 100 = 28.77", explanation.Formula);
        Assert.Equal([530m, 1842m], explanation.Contributions.Select(part => part.Value));
        var found = explainer.FindSources(new SourceQuestion("preschool.public_share", Field.Year2024, null, null, 0));
        Assert.Equal(("自查自评报告", 2), (Assert.Single(found.Newest).Document, found.Newest[0].Lines));
    }

    private IndicatorValue Evaluate(string indicator, string period, SchoolStage? stage) =>
        IndicatorCalculator.Evaluate(Field.Catalogue.FindIndicator(indicator)!, Period.Parse(period), stage, Measures());

    private AuthorityMeasures Measures() => new(Field.District, Field.Tree, ledger, rollUp, Field.Catalogue);

    private void State(params (string Code, string Period, SchoolStage? Stage, decimal Value)[] figures) =>
        ledger.Apply(new FiguresReported("s", Field.Noon, new Source("自查自评报告", "一(三)1"),
            [.. figures.Select(figure => new Figure(figure.Code, Period.Parse(figure.Period), figure.Stage, figure.Value))]));

    private void Roll(OrgUnit unit, int enrolled, int droppedOut)
    {
        var school = new SchoolLedger(unit.Stages[0]);
        school.Apply(new EnrolmentRecorded("s", Field.Noon,
            [.. Enumerable.Range(0, enrolled).Select(n => new EnrolmentEvent($"s{n}", EnrolmentKind.Enrolled, new DateOnly(2024, 3, 1), null, null, null))]));
        if (droppedOut > 0)
        {
            school.Apply(new EnrolmentRecorded("t", Field.Noon,
                [.. Enumerable.Range(0, droppedOut).Select(n => new EnrolmentEvent($"s{n}", EnrolmentKind.DroppedOut, new DateOnly(2024, 4, 1), null, null, null))]));
        }

        var measures = new SchoolMeasures(unit, school, Field.Catalogue);
        var row = new Row(unit.Id);
        row.Refresh(measures, measures.Keys);
        rollUp.Accept(unit, row.Since(0), []);
    }

    private void RollFigures(OrgUnit unit, params (string Code, decimal Value)[] figures)
    {
        var school = new SchoolLedger(unit.Stages[0]);
        school.Apply(new FiguresReported("s", Field.Noon, new Source("年报", null),
            [.. figures.Select(figure => new Figure(figure.Code, Field.Year2024, null, figure.Value))]));
        var measures = new SchoolMeasures(unit, school, Field.Catalogue);
        var row = new Row(unit.Id);
        row.Refresh(measures, measures.Keys);
        rollUp.Accept(unit, row.Since(0), []);
    }
}
