using System.Net;

namespace EduAnalytics.EndToEnd.Tests;

/// <summary>Every kind of plot at its address, drawn from the samples.</summary>
public class PlotAddressTests(SampleSystem samples)
{
    public static TheoryData<string> Addresses =>
    [
        "comparison.svg?indicator=fitness.excellent_good_rate&units=230402",
        "ranking.svg?indicator=preschool.public_share&period=2024",
        "ranking.svg?indicator=fitness.excellent_good_rate&parent=230402",
        "status-map.svg?period=2024",
        "status-map.svg?group=quality&stage=PRIMARY&parent=230402&period=2024&lang=en",
        "strip.svg?indicator=fitness.excellent_good_rate&stage=PRIMARY&period=2024",
        "strip.svg?indicator=fitness.excellent_good_rate&parent=230402",
        "funnel.svg?indicator=fitness.excellent_good_rate&parent=230402&theme=dark",
        "slope.svg?indicator=fitness.excellent_good_rate&from=2019&to=2024",
        "multiples.svg?indicator=preschool.public_share&theme=print",
        "waterfall.svg?indicator=dropout.rate&from=2023&to=2024",
        "waterfall.svg?indicator=finance.allocated",
        "tree.svg?period=2024&lang=en",
        "unit.svg?unit=230404&indicator=preschool.public_share",
        "variation.svg?unit=230402&standard=quality-balanced-2017&stage=PRIMARY",
        "report/tree.svg?indicator=fitness.pass_rate&split=unit,grade,sex",
        "tree.svg?period=2024&parent=230400&open=230405",
    ];

    [Theory, MemberData(nameof(Addresses))]
    public async Task A_plot_is_served_as_svg_and_as_png(string address)
    {
        using var svg = await Get(address);
        using var png = await Get(address.Replace(".svg", ".png", StringComparison.Ordinal));

        var text = await svg.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(svg.IsSuccessStatusCode, text);
        Assert.Contains("<svg", text, StringComparison.Ordinal);
        // A picture without values has no more than heading, axis and key.
        Assert.True(text.Split("<text").Length > 12, text);
        Assert.Equal("image/png", png.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(png.Headers.ETag);
    }

    [Theory]
    [InlineData("funnel.svg?indicator=finance.allocated", "A funnel plot shows shares of people")]
    [InlineData("slope.svg?indicator=dropout.rate&from=2024&to=2024", "A change needs two periods with data")]
    [InlineData("strip.svg?indicator=finance.allocated", "not kept by stage")]
    [InlineData("status-map.svg?indicators=nonsense", "nonsense")]
    [InlineData("tree.svg?parent=999", "999")]
    [InlineData("unit.svg?unit=999", "999")]
    [InlineData("unit.svg", "unit=230404")]
    [InlineData("variation.svg?unit=230402", "Name the unit and the standard")]
    [InlineData("ranking.svg?indicator=dropout.rate&period=1999", "The field 'period' holds '1999'; give one of 20")]
    public async Task What_cannot_be_drawn_is_told_in_a_sentence(string address, string sentence)
    {
        using var response = await Get(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Get(string address) =>
        samples.System.Http.GetAsync("/plots/" + address, TestContext.Current.CancellationToken);
}
