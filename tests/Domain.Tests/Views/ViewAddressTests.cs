using EduAnalytics.Domain.Views;

namespace EduAnalytics.Domain.Tests.Views;

public sealed class ViewAddressTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?indicator=dropout.rate&units=230404,230402&from=2019")]
    [InlineData("/report?pick=230402~2023~dropout.rate")]
    [InlineData("/report?group=%E4%BD%93%E8%B4%A8")]
    [InlineData("/units/230404-yifu-primary")]
    [InlineData("/units/230404/standards/quality-balanced-2017?period=2024")]
    [InlineData("/units/230404/dropouts?period=2026-05")]
    [InlineData("/standards")]
    [InlineData("/findings?unit=230404&severity=CRITICAL")]
    [InlineData("/live?unit=230402")]
    public void A_page_that_shows_figures_can_be_kept(string address) => Assert.Null(ViewAddress.Problem(address));

    [Theory]
    [InlineData("")]
    [InlineData("report")]
    [InlineData("https://example.org/report")]
    [InlineData("//example.org/report")]
    [InlineData("/\\example.org")]
    [InlineData("/report/../session/end")]
    [InlineData("/units/../import")]
    [InlineData("/reports")]
    [InlineData("/import")]
    [InlineData("/sign-in?to=/report")]
    [InlineData("/graphql?query={x}")]
    [InlineData("/report#top")]
    [InlineData("/report?a=b c")]
    [InlineData("/report?a=\"><script>")]
    [InlineData("/report\n")]
    [InlineData("/report?a=b\n")]
    [InlineData("javascript:alert(1)")]
    public void Nothing_else_can_be_kept(string address) => Assert.StartsWith("A view's address is a page", ViewAddress.Problem(address), StringComparison.Ordinal);

    [Fact]
    public void An_address_that_is_too_long_is_told_how_long_it_may_be()
    {
        var longest = "/report?units=".PadRight(ViewAddress.Longest, '1');

        Assert.Null(ViewAddress.Problem(longest));
        Assert.StartsWith("A view's address has at most 2000 characters; 2001 were given.", ViewAddress.Problem(longest + "1"), StringComparison.Ordinal);
    }
}
