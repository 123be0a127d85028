using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Tests.Figures;

public sealed class NumberWriterTests
{
    private static readonly NumberWriter Chinese = Visitor.From("zh", null).Numbers;
    private static readonly NumberWriter English = Visitor.From("en", null).Numbers;

    private static readonly Indicator Share = new("a", "甲", null, "g", "percent", 2, Direction.HigherIsBetter, [], "…", null, null);
    private static readonly Indicator Money = Share with { Unit = "CNY" };
    private static readonly Indicator Ratio = Share with { Unit = "ratio", Decimals = 3, Direction = Direction.LowerIsBetter };

    [Fact]
    public void Values_carry_their_unit_as_the_language_writes_it()
    {
        Assert.Equal("28.77%", Chinese.Value(28.77m, Share));
        Assert.Equal("62,171,886.03 元", Chinese.Value(62171886.03m, Money));
        Assert.Equal("62,171,886.03 CNY", English.Value(62171886.03m, Money));
        Assert.Equal("0.532", Chinese.Value(0.532m, Ratio));
    }

    [Theory]
    [InlineData("people", "1 person", "2 people", "1 人")]
    [InlineData("students", "1 student", "2 students", "1 人")]
    [InlineData("square metres", "1 m²", "2 m²", "1 平方米")]
    public void One_is_written_as_one(string unit, string one, string two, string chinese)
    {
        Assert.Equal((one, two), (English.Amount(1, unit), English.Amount(2, unit)));
        Assert.Equal(chinese, Chinese.Amount(1, unit));
    }

    [Fact]
    public void A_change_of_a_share_is_in_points_and_shows_its_sign()
    {
        Assert.Equal("+6.07 个百分点", Chinese.ChangeWithUnit(6.07m, Share));
        Assert.Equal("−1.20 points", English.ChangeWithUnit(-1.2m, Share));
        Assert.Equal("0.00 points", English.ChangeWithUnit(0, Share));
    }

    [Fact]
    public void Large_numbers_are_shortened_where_they_are_read_at_a_glance()
    {
        Assert.Equal("6,217.2 万元", Chinese.Brief(62171886.03m, Money));
        Assert.Equal("62.17 m CNY", English.Brief(62171886.03m, Money));
        Assert.Equal("2,579.32 元", Chinese.Brief(2579.32m, Money));
        Assert.Equal("−211.66 万元", Chinese.ChangeWithUnit(-2116574.86m, Money));
    }

    [Fact]
    public void A_target_is_a_condition_in_the_indicators_direction()
    {
        Assert.Equal("≥ 50%", Chinese.Target(50, Share));
        Assert.Equal("≤ 0.65", Chinese.Target(0.65m, Ratio));
    }

    [Theory]
    [InlineData("2023", "2023年", "2023")]
    [InlineData("SY2023", "2023—2024学年", "school year 2023–2024")]
    [InlineData("2024H1", "2024年上半年", "first half of 2024")]
    [InlineData("2024-05", "2024-05", "2024-05")]
    public void Periods_are_words(string code, string chinese, string english) =>
        Assert.Equal((chinese, english), (Chinese.Period(code), English.Period(code)));

    [Fact]
    public void Moments_are_in_the_time_of_China() =>
        Assert.Equal("2026-11-24 09:02", Chinese.Moment(new DateTimeOffset(2026, 11, 24, 1, 2, 3, TimeSpan.Zero)));
}
