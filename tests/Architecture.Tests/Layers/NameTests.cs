using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace EduAnalytics.Architecture.Tests.Layers;

public sealed class NameTests
{
    [Fact]
    public void Types_are_named_by_what_they_are() =>
        Breaches.MustBeNone(NameRules.Breaches(Product.All.GetObjects(Product.Architecture)), "One thing, one word:");

    [Fact]
    public void Words_that_say_nothing_are_found() => Assert.Equal(2,
        NameRules.Breaches(Types().That().Are(typeof(Twins.ReportManager), typeof(Twins.InformationDesk), typeof(Twins.PupilList<>))
            .GetObjects(Product.Architecture)).Count());
}
