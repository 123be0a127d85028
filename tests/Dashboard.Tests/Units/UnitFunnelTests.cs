using Bunit;
using EduAnalytics.Dashboard.Tests.Sample;
using EduAnalytics.Dashboard.Units;

namespace EduAnalytics.Dashboard.Tests.Units;

public sealed class UnitFunnelTests : PageTests
{
    [Fact]
    public void Beneath_the_ranking_a_funnel_tells_chance_from_difference()
    {
        var page = Open<UnitPage>("/units/230404", with => with.Add(unit => unit.Id, "230404"));

        var funnel = page.Find(".ranking details.funnel");
        Assert.Equal("公办园在园幼儿占比与规模", funnel.QuerySelector("summary")!.TextContent);
        Assert.Contains("控制限", funnel.QuerySelector(".mark")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }
}
