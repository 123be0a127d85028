namespace EduAnalytics.Plots.Tests;

public class NumberTests
{
    [Theory]
    [InlineData("zh-CN", "6,217.2万")]
    [InlineData("en-GB", "62.2m")]
    public void A_long_number_is_shortened_as_its_language_does(string culture, string expected) =>
        Assert.Equal(expected, new NumberText(culture, 2, "").Short(62171886.03m));

    [Fact]
    public void A_short_number_keeps_the_decimals_of_its_indicator() =>
        Assert.Equal("1.113", new NumberText("zh-CN", 3, "").Short(1.113m));

    [Fact]
    public void One_axis_has_one_scale()
    {
        var numbers = new NumberText("zh-CN", 2, "元");

        Assert.Equal(["0", "0.5亿", "1亿"], new[] { 0m, 5e7m, 1e8m }.Select(tick => numbers.OnAxis(tick, 1e8m)));
    }

    [Theory]
    [InlineData("%", "3.4%")]
    [InlineData("元", "3.4 元")]
    [InlineData("", "3.4")]
    public void A_unit_follows_its_number(string unit, string expected) =>
        Assert.Equal(expected, new NumberText("zh-CN", 1, unit).WithUnit(3.4m));
}
