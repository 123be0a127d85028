using EduAnalytics.Dashboard.PlotViews;

namespace EduAnalytics.Dashboard.Tests.PlotViews;

public sealed class TwoThemesTests
{
    [Fact]
    public void Colours_that_differ_are_left_to_the_browser() => Assert.Equal(
        "<rect fill=\"light-dark(white, #1F1F1F)\" stroke=\"#00795A\"/><path fill=\"none\"/>",
        TwoThemes.Merge(
            "<rect fill=\"white\" stroke=\"#00795A\"/><path fill=\"none\"/>",
            "<rect fill=\"#1F1F1F\" stroke=\"#00795A\"/><path fill=\"none\"/>"));

    [Theory]
    [InlineData("<rect fill=\"white\" x=\"1\"/>", "<rect fill=\"black\" x=\"2\"/>")]
    [InlineData("<rect fill=\"white\"/>", "<rect fill=\"black\"/><rect fill=\"black\"/>")]
    public void Pictures_that_differ_in_more_than_colours_are_not_mixed(string light, string dark) =>
        Assert.Equal(light, TwoThemes.Merge(light, dark));
}
