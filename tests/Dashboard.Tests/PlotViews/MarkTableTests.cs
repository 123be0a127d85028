using Bunit;
using EduAnalytics.Dashboard.Tests.Sample;
using EduAnalytics.Dashboard.Units;

namespace EduAnalytics.Dashboard.Tests.PlotViews;

public sealed class MarkTableTests : PageTests
{
    [Theory]
    [InlineData("en", "Source: 教督〔2020〕1号")]
    [InlineData("zh", "出处：教督〔2020〕1号")]
    public void The_source_documents_title_is_marked_as_Chinese_whatever_the_pages_language(string language, string told)
    {
        var page = Open<UnitPage>("/units/230404", with => with.Add(one => one.Id, "230404"), language);
        page.Find(".plot + details").TriggerEvent("ontoggle", EventArgs.Empty);

        var source = page.Find(".plot + details tbody tr td:last-child");

        Assert.EndsWith(told, source.TextContent, StringComparison.Ordinal);
        Assert.Equal("教督〔2020〕1号", source.QuerySelector("cite[lang=zh-CN]")!.TextContent);
    }
}
