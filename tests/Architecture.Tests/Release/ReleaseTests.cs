using ArchUnitNET.xUnitV3;
using EduAnalytics.Architecture.Tests.Layers;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Gateway.Release;
using GraphQL.Types;

namespace EduAnalytics.Architecture.Tests.Release;

public sealed class ReleaseTests
{
    [Fact]
    public void Only_the_release_stage_releases() =>
        Breaches.MustBeNone(
            ReleaseRules.Releasing(Product.Outside("Gateway.Release")), "What a reader may see is decided in gateway/Release alone: let a class there make it.");

    [Fact]
    public void Whoever_releases_is_found() =>
        Assert.NotEmpty(ReleaseRules.Releasing(Product.In("Gateway.Release.Values")));

    [Fact]
    public void Only_queries_and_the_release_stage_read_figures_as_they_are() =>
        ReleaseRules.ReadsNothingRaw(Product.Outside("Gateway.Release", "Gateway.Queries")).Check(Product.Architecture);

    [Fact]
    public void Whoever_reads_figures_as_they_are_is_found() =>
        Assert.False(ReleaseRules.ReadsNothingRaw(Product.In("Gateway.Release")).HasNoViolations(Product.Architecture));

    [Fact]
    public void Every_graph_type_takes_what_was_released() =>
        Breaches.MustBeNone(
            ReleaseRules.RawSources(typeof(Gateway.GatewayServices).Assembly.GetTypes()),
            "Let the field be resolved from Released<…>, which a class in gateway/Release makes by the caller's rights.");

    [Theory]
    [InlineData(typeof(ObjectGraphType<IndicatorValue>), false)]
    [InlineData(typeof(ObjectGraphType<IReadOnlyList<Finding?>>), false)]
    [InlineData(typeof(ObjectGraphType<Released<IndicatorValue>>), true)]
    [InlineData(typeof(ObjectGraphType<Indicator>), true)]
    public void A_graph_type_over_a_bare_figure_is_found(Type type, bool isFine) =>
        Assert.Equal(isFine, !ReleaseRules.RawSources([type]).Any());
}
