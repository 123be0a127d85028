using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace EduAnalytics.Architecture.Tests.Layers;

public sealed class LayerTests
{
    [Fact]
    public void The_domain_touches_no_machine() => LayerRules.TouchesNoMachine(Product.In("Domain")).Check(Product.Architecture);

    [Fact]
    public void A_domain_that_reads_a_file_is_found() => Assert.False(
        LayerRules.TouchesNoMachine(Types().That().Are(typeof(Twins.FileReader))).HasNoViolations(Product.Architecture));

    [Fact]
    public void A_domain_that_takes_a_logger_or_a_grain_is_found() => Assert.False(
        LayerRules.TouchesNoMachine(Types().That().Are(typeof(Twins.OpenGrain))).HasNoViolations(Product.Architecture));

    [Fact]
    public void Only_schema_and_transport_know_the_GraphQL_engine() =>
        LayerRules.KnowsNoGraphQLEngine(Product.Outside("Gateway.Schema", "Gateway.Transport")).Check(Product.Architecture);

    [Fact]
    public void A_stray_use_of_the_GraphQL_engine_is_found() => Assert.False(
        LayerRules.KnowsNoGraphQLEngine(Types().That().Are(typeof(Twins.StrayResolver))).HasNoViolations(Product.Architecture));

    [Fact]
    public void Only_plots_draw() => LayerRules.DrawsNothing(Product.Outside("Plots")).Check(Product.Architecture);

    [Fact]
    public void A_stray_plot_is_found() => Assert.False(
        LayerRules.DrawsNothing(Types().That().Are(typeof(Twins.StrayPlot))).HasNoViolations(Product.Architecture));

    // A rule that cannot find its types reports a breach too, and would make every twin above look found.
    [Fact]
    public void A_type_that_breaks_nothing_passes()
    {
        var innocent = Types().That().Are(typeof(Twins.InformationDesk));

        Assert.True(LayerRules.TouchesNoMachine(innocent).HasNoViolations(Product.Architecture));
        Assert.True(LayerRules.KnowsNoGraphQLEngine(innocent).HasNoViolations(Product.Architecture));
        Assert.True(LayerRules.DrawsNothing(innocent).HasNoViolations(Product.Architecture));
        Assert.True(GrainRules.SendNoCommands(innocent).HasNoViolations(Product.Architecture));
    }
}
