using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Tests;

public class PeriodTests
{
    [Theory]
    [InlineData("2023", PeriodType.Year, "2023-01-01", "2023-12-31", "2022")]
    [InlineData("SY2023", PeriodType.SchoolYear, "2023-09-01", "2024-08-31", "SY2022")]
    [InlineData("2024H1", PeriodType.HalfYear, "2024-01-01", "2024-06-30", "2023H2")]
    [InlineData("2024H2", PeriodType.HalfYear, "2024-07-01", "2024-12-31", "2024H1")]
    [InlineData("2024-02", PeriodType.Month, "2024-02-01", "2024-02-29", "2024-01")]
    [InlineData("2024-03-01", PeriodType.Day, "2024-03-01", "2024-03-01", "2024-02-29")]
    public void A_code_says_its_kind_its_days_and_the_period_before(string code, PeriodType type, string start, string end, string before)
    {
        var period = Period.Parse(code);

        Assert.Equal(type, period.Type);
        Assert.Equal(DateOnly.Parse(start, null), period.Start);
        Assert.Equal(DateOnly.Parse(end, null), period.End);
        Assert.Equal(before, period.Previous.ToString());
        Assert.Equal(period, period.Previous.Next);
        Assert.Equal(code, period.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("23")]
    [InlineData("2024H3")]
    [InlineData("2024-13")]
    [InlineData("2023-02-29")]
    [InlineData("sy2023")]
    [InlineData(" 2023")]
    [InlineData("9999")]
    [InlineData(null)]
    public void What_is_no_period_is_refused_with_the_forms_that_would_be(string? text)
    {
        Assert.False(Period.TryParse(text, out _, out var reason));
        Assert.Contains("2024H1", reason);
    }

    [Fact]
    public void A_year_and_a_half_year_that_begin_together_are_not_equal() =>
        Assert.NotEqual(Period.Parse("2024"), Period.Parse("2024H1"));

    [Theory]
    [InlineData("2024-08-31", 2023)]
    [InlineData("2024-09-01", 2024)]
    public void A_school_year_begins_in_September(string day, int year) =>
        Assert.Equal(year, Period.SchoolYearOf(DateOnly.Parse(day, null)));
}
