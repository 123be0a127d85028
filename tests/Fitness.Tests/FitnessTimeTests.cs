using CsCheck;
using EduAnalytics.Domain.Fitness;

namespace EduAnalytics.Fitness.Tests;

public class FitnessTimeTests
{
    [Theory]
    [InlineData("3′45″")]
    [InlineData("3'45\"")]
    [InlineData("3'45''")]
    [InlineData("3’45”")]
    [InlineData("3'45")]
    [InlineData("3:45")]
    [InlineData("3：45")]
    [InlineData("3分45秒")]
    [InlineData(" 225 ")]
    [InlineData("225s")]
    [InlineData("225″")]
    public void Three_minutes_forty_five_are_understood_as_people_write_them(string text)
    {
        Assert.True(FitnessTime.TryParse(text, decimals: 0, out var seconds, out _));
        Assert.Equal(225, seconds);
    }

    [Theory]
    [InlineData("9.6", 9.6)]
    [InlineData("9.6s", 9.6)]
    [InlineData("10", 10)]
    [InlineData("9.6″", 9.6)]
    public void A_short_run_is_seconds_with_a_fraction(string text, decimal expected)
    {
        Assert.True(FitnessTime.TryParse(text, decimals: 1, out var seconds, out _));
        Assert.Equal(expected, seconds);
    }

    [Theory]
    [InlineData("3.45")]
    [InlineData("225.0")]
    [InlineData("3:5")]
    [InlineData("3′60″")]
    [InlineData("3′")]
    [InlineData("-225")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("three minutes")]
    [InlineData("1:03:45")]
    public void What_could_mean_two_things_or_none_is_refused_with_what_was_expected(string text)
    {
        Assert.False(FitnessTime.TryParse(text, decimals: 0, out _, out var expected));
        Assert.Contains("3′45″", expected, StringComparison.Ordinal);
        Assert.Contains("225", expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_minutes_and_seconds_come_back_as_seconds() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 59]).Sample((minutes, seconds) =>
        {
            string[] forms = [$"{minutes}′{seconds:00}″", $"{minutes}'{seconds:00}\"", $"{minutes}:{seconds:00}", $"{minutes}分{seconds}秒"];
            Assert.All(forms, form =>
            {
                Assert.True(FitnessTime.TryParse(form, decimals: 0, out var parsed, out _), form);
                Assert.Equal((60 * minutes) + seconds, parsed);
            });
        });
}
