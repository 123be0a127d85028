using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Schema;

public sealed class ComparisonWarningTests(EduServer server) : IClassFixture<EduServer>
{
    private static readonly OrgUnit district = EduServer.Unit("230404", "南山区", null, OrgUnitLevel.District, null);

    [Theory]
    [InlineData(2, 2020, 2024, "2020 2021")]
    [InlineData(2, 2022, 2024, null)]
    [InlineData(2, 2018, 2021, null)]
    [InlineData(1, 2020, 2024, null)]
    public void A_comparison_across_a_changed_definition_names_the_periods_before_the_change(int number, int from, int to, string? before)
    {
        var indicator = Indicator with { Version = new DefinitionVersion(number, new DateOnly(2022, 6, 1)) };
        var periods = Enumerable.Range(from, to - from + 1).Select(Period.OfYear).ToImmutableArray();

        var warning = ComparisonWarnings.Of([new ComparisonSeries(district, indicator, [])], periods, new OrgUnitTree([district], 1))
            .SingleOrDefault(warning => warning.Code == "DEFINITION_CHANGED");

        Assert.Equal(before, warning is null ? null : string.Join(' ', warning.Periods));
        Assert.True(warning is null || warning.Message.Contains("2022-06-01", StringComparison.Ordinal));
    }

    private Indicator Indicator => server.Services.GetRequiredService<Catalogue>().FindIndicator("preschool.public_share")!;
}
