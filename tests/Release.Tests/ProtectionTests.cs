using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Release.Tests.Cities;
using EduAnalytics.Release.Tests.Solving;

namespace EduAnalytics.Release.Tests;

/// <summary>Everything that a reader can fetch, against a solver that looks for the counts withheld from it.</summary>
public sealed class ProtectionTests
{
    private static readonly Period year = Period.OfYear(2024);

    [Fact]
    public void No_small_count_that_is_kept_by_the_year_can_be_inferred() =>
        Assert.All(Reports.Several(200), made => AssertNothingIsDisclosed(Reports.OfYears(made)));

    [Fact]
    public void No_small_count_that_is_kept_by_the_month_can_be_inferred() =>
        Assert.All(Reports.Several(200), made => AssertNothingIsDisclosed(Reports.OfMonths(made)));

    /// <summary>The counts of grades' girls and boys are looked at too, and each breakdown is a hint at those not shown.</summary>
    [Fact]
    public void No_small_count_can_be_inferred_from_breakdowns_by_grade_and_sex()
    {
        var (shown, hidden) = (0, 0);
        Assert.All(Reports.Several(80), made =>
        {
            var city = new BrokenDown(made);
            foreach (var isShown in city.All().Select(one => one.IsShown))
                (shown, hidden) = isShown ? (shown + 1, hidden) : (shown, hidden + 1);
            var disclosures = new Inference(Reader.Of(city), city.City.Tree).Disclosures().ToList();
            Assert.True(disclosures.Count == 0, string.Join('\n', disclosures));
        });
        Assert.InRange(shown, 100, 10_000);
        Assert.InRange(hidden, 100, 10_000);
    }

    [Theory]
    [InlineData("P", "3")]
    [InlineData("P P", "3 9")]
    [InlineData("P P", "3 2")]
    [InlineData("P P P", "3 0 0")]
    [InlineData("P J", "3 9")]
    [InlineData("PJ", "3/20")]
    [InlineData("PJ P", "3/20 0")]
    [InlineData("P P P", "1 2 30")]
    [InlineData("P P", "4 40")]
    [InlineData("P P P", "4 40 40")]
    public void A_city_of_few_schools_gives_nothing_away(string schools, string counts)
    {
        AssertNothingIsDisclosed(CityOf(schools, counts));
        AssertNothingIsDisclosed(CityOf(schools, counts, "P J", "30 30"));
        AssertNothingIsDisclosed(CityOf(schools, counts, "P PJ", "0 0/0"));
    }

    /// <summary>The twin: the solver does find a count that is only left out.</summary>
    [Theory]
    [InlineData("P P P", "3 9 20")]
    [InlineData("P P P", "1 2 30")]
    [InlineData("PJ", "3/20")]
    public void Without_complements_small_counts_are_found(string schools, string counts)
    {
        var city = CityOf(schools, counts);
        Assert.NotEmpty(new Inference(Reader.WithoutComplements(city), city.Tree).Disclosures());
    }

    [Fact]
    public void Without_complements_the_solver_finds_a_count_in_most_cities_by_month()
    {
        var found = Reports.Several(10).Select(Reports.OfMonths)
            .Count(city => new Inference(Reader.WithoutComplements(city), city.Tree).Disclosures().Any());
        Assert.InRange(found, 5, 10);
    }

    [Fact]
    public void Where_all_are_large_or_nought_everything_is_shown() => Assert.Empty(Reader.Of(CityOf("P P PJ", "0 5 7/0", "J", "9")).Withheld);

    /// <param name="counts">Short-sighted students of 40, a school each; of a nine-year school by stage.</param>
    internal static City CityOf(string schools, string counts, string? otherSchools = null, string? otherCounts = null)
    {
        var city = otherSchools is null ? Towns.Make(schools) : Towns.Make(schools, otherSchools);
        Report(city, 0, counts);
        if (otherCounts is not null)
            Report(city, 1, otherCounts);
        return city;
    }

    private static void Report(City city, int district, string counts)
    {
        foreach (var (school, words) in counts.Split(' ').Index())
        {
            var unit = city.Tree.Find(Towns.School(district, school))!;
            city.Report(unit.Id, [.. words.Split('/').Index().SelectMany(word => (Figure[])
            [
                new Figure("health.myopic", year, unit.Stages[word.Index], int.Parse(word.Item, null)),
                new Figure("health.screened", year, unit.Stages[word.Index], 40),
            ])]);
        }
    }

    internal static void AssertNothingIsDisclosed(City city)
    {
        var disclosures = new Inference(Reader.Of(city), city.Tree).Disclosures().ToList();
        Assert.True(disclosures.Count == 0, string.Join('\n', disclosures));
    }
}
