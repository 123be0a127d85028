using EduAnalytics.Dashboard.PlotImages;
using EduAnalytics.Dashboard.Texts;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Tests.PlotImages;

public sealed class PlotImageRequestTests
{
    [Fact]
    public void An_address_without_fields_gives_the_usual_picture()
    {
        var request = PlotImageRequest.Read(null, "svg");

        Assert.Null(request.Refusal);
        Assert.Equal((900, 480, PlotTheme.Light), (request.Size.Width, request.Size.Height, request.Size.Theme));
        Assert.Equal(Language.Chinese, request.Visitor.Language);
    }

    [Fact]
    public void Size_language_and_theme_are_the_addresss()
    {
        var request = PlotImageRequest.Read("?width=600&height=300&lang=en&theme=print&from=2022", "png");

        Assert.Equal((600, 300, PlotTheme.Print), (request.Size.Width, request.Size.Height, request.Size.Theme));
        Assert.Equal((Language.English, 2022), (request.Visitor.Language, request.View.From));
    }

    [Theory]
    [InlineData("?width=9", "The field 'width' holds '9'; give a whole number from 240 to 2400.")]
    [InlineData("?lang=fr", "The field 'lang' holds 'fr'; give one of zh, en.")]
    [InlineData("?theme=neon", "The field 'theme' holds 'neon'; give one of light, dark, print.")]
    public void A_wrong_field_is_refused_in_a_sentence(string query, string sentence) =>
        Assert.Equal(sentence, PlotImageRequest.Read(query, "svg").Refusal);
}
