using CsCheck;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Release.Tests.Cities;
using EduAnalytics.Release.Tests.Solving;

namespace EduAnalytics.Release.Tests;

public sealed class ProtectionTests
{
    [Fact]
    public void Two()
    {
        var city = Towns.Make("P P P", "P P");
        city.Report(Towns.School(0, 0), new Figure("health.myopic", Period.OfYear(2024), null, 3), new Figure("health.screened", Period.OfYear(2024), null, 30));
        city.Report(Towns.School(0, 1), new Figure("health.myopic", Period.OfYear(2024), null, 8), new Figure("health.screened", Period.OfYear(2024), null, 30));
        city.Report(Towns.School(0, 2), new Figure("health.myopic", Period.OfYear(2024), null, 20), new Figure("health.screened", Period.OfYear(2024), null, 30));
        city.Report(Towns.School(1, 0), new Figure("health.myopic", Period.OfYear(2024), null, 20), new Figure("health.screened", Period.OfYear(2024), null, 30));
        var reader = new Reader(city);
        Assert.NotEmpty(reader.Withheld);
        Assert.Empty(new Inference(reader, city.Tree, 5).Disclosures());
        foreach (var (cell, why) in reader.Withheld)
            TestContext.Current.TestOutputHelper!.WriteLine($"{cell} {why}");
    }

    [Fact]
    public void What_is_counted_by_the_year_cannot_be_inferred() => Reports.Cities.Sample(
        made =>
        {
            var city = Reports.OfYears(made);
            NoneIn(city);
        },
        iter: 30);

    [Fact]
    public void What_is_counted_by_the_month_cannot_be_inferred() => Reports.Cities.Sample(
        made =>
        {
            var city = Reports.OfMonths(made);
            NoneIn(city);
        },
        iter: 30);

    private static void NoneIn(City city)
    {
        var disclosures = new Inference(new Reader(city), city.Tree, Towns.Threshold).Disclosures().ToList();
        Assert.True(disclosures.Count == 0, string.Join('\n', disclosures));
    }
}
