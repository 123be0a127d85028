using CsCheck;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Schools;
using static EduAnalytics.Domain.Tests.SpreadField;

namespace EduAnalytics.Domain.Tests;

/// <summary>Formulas that are no sums themselves, computed from sums: spreads, shares of schools, ratios of averages.</summary>
public class SpreadTests
{
    /// <summary>The published example: books per student in five primary schools; X̄ = 6.33, S = 3.26, CV = 0.5153.</summary>
    [Fact]
    public void The_published_example_of_a_variation_coefficient_comes_out()
    {
        var value = Evaluate("books.variation", District(SchoolsOf((45, 279), (37, 137), (89, 935), (76, 160), (55, 402))));

        Assert.Equal(0.5153m, value.Value);
        Assert.Equal(6.3344m, Math.Round(value.Denominator!.Value, 4));
        Assert.Equal(3.26m, Math.Round(value.Numerator!.Value, 2));
        Assert.Equal(5, value.ReportedUnits);
    }

    [Fact]
    public void A_mean_of_equal_spreads_is_that_spread() =>
        Assert.Equal(0.5153m, Evaluate("books.mean_variation", District(SchoolsOf((45, 279), (37, 137), (89, 935), (76, 160), (55, 402)))).Value);

    [Fact]
    public void The_largest_of_two_spreads_is_the_larger_one_and_none_where_one_is_unknown()
    {
        var schools = SchoolsOf((45, 279), (37, 137), (89, 935), (76, 160), (55, 402));

        Assert.Equal(0.5153m, Evaluate("books.largest_variation", District([.. schools.Select(school => school.Append(("doctors", 2m)).ToArray())])).Value);
        Assert.Null(Evaluate("books.largest_variation", District(schools)).Value);
    }

    [Fact]
    public void One_school_has_no_spread() => Assert.Null(Evaluate("books.variation", District(SchoolsOf((45, 279)))).Value);

    [Fact]
    public void Schools_alike_have_no_spread_to_the_last_digit() =>
        Assert.Equal(0, Evaluate("books.variation", District(SchoolsOf((30, 100), (60, 200), (90, 300)))).Value);

    [Fact]
    public void A_spread_from_moments_equals_the_spread_over_the_schools_and_weights_scale_out()
    {
        Gen.Select(Gen.Int[1, 500], Gen.Int[1, 9000]).List[2, 12].Sample(schools =>
        {
            var students = schools.Sum(school => (double)school.Item1);
            var mean = schools.Sum(school => school.Item2) / students;
            var deviation = Math.Sqrt(schools.Sum(school => school.Item1 * Math.Pow(((double)school.Item2 / school.Item1) - mean, 2)) / students);

            var plain = Computed(District(SchoolsOf([.. schools])));
            var scaled = Computed(District(SchoolsOf([.. schools.Select(school => (school.Item1 * 7, school.Item2 * 7))])));

            Assert.Equal(deviation / mean, plain, 6);
            Assert.Equal(plain, scaled, 6);
        });

        static double Computed(IMeasures measures) =>
            (double)(Computation.Of(new Formula.Variation(BooksPerStudent), Field.Year2024, null, measures)?.Exact ?? 0);
    }

    [Fact]
    public void A_share_of_schools_counts_those_that_have_some_over_those_that_report()
    {
        var value = Evaluate("doctors.share", District([("doctors", 1m)], [("doctors", 0m)], [("doctors", 2m)], [("books", 5m)]));

        Assert.Equal((66.67m, 2m, 3m), (value.Value, value.Numerator, value.Denominator));
    }

    [Fact]
    public void Averages_of_two_districts_meet_by_their_totals_and_not_halfway()
    {
        var value = Evaluate("pay.ratio", District(
            [("teacher_pay", 90m), ("teachers", 10m), ("official_pay", 80m), ("officials", 10m)],
            [("teacher_pay", 60m), ("teachers", 30m), ("official_pay", 80m), ("officials", 10m)]));

        Assert.Equal(Math.Round(67.5m / 80m, 3), value.Value);
    }

    [Fact]
    public void A_unit_that_states_both_averages_has_their_ratio()
    {
        var ledger = new SchoolLedger(null);
        State(ledger, [("teacher_pay", 92223.96m), ("official_pay", 82830.03m)], Field.Year2024);

        Assert.Equal(1.113m, Evaluate("pay.ratio", new SchoolMeasures(Field.Primary, ledger, Catalogue)).Value);
    }

    [Fact]
    public void A_change_is_this_year_less_the_last()
    {
        var ledger = new SchoolLedger(null);
        State(ledger, [("books", 300m), ("students", 100m)], Field.Year2023);
        State(ledger, [("books", 450m), ("students", 100m)], Field.Year2024);

        Assert.Equal(1.5m, Evaluate("books.change", new SchoolMeasures(Field.Primary, ledger, Catalogue)).Value);
    }
}
