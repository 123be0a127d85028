using System.Text;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Export;
using EduAnalytics.Gateway.Export.Csv;
using EduAnalytics.Gateway.Export.Tables;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Tests.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Export;

public sealed class WithheldTests(ExportServer exports)
{
    private static readonly OrgUnit school = EduServer.Unit("230404-yifu-primary", "逸夫小学", null, OrgUnitLevel.School, "230404", SchoolStage.Primary);

    [Theory]
    [InlineData(Suppression.SmallCount, "SMALL_COUNT")]
    [InlineData(Suppression.Complementary, "COMPLEMENTARY")]
    [InlineData(Suppression.NotPermitted, "NOT_PERMITTED")]
    public async Task A_value_that_is_withheld_is_an_empty_cell_with_the_reason_beside_it(Suppression reason, string code)
    {
        var catalogue = exports.Server.Services.GetRequiredService<Catalogue>();
        var released = new Released<IndicatorValue>(new IndicatorValue
        {
            OrgUnit = school.Id,
            Indicator = "dropout.rate",
            Period = Period.OfYear(2024),
            Status = TargetStatus.NoData,
            Withheld = reason,
        });
        var comparison = new Comparison(
            [Period.OfYear(2024)], [new ComparisonSeries(school, catalogue.FindIndicator("dropout.rate")!, [released])], () => []);

        var rows = new ExportRows(comparison, new OrgUnitTree([school], 1), catalogue, ExportLanguage.English).All();
        using var written = new MemoryStream();
        await CsvFile.Write(LongLayout.Of(rows), written, hasByteOrderMark: false, TestContext.Current.CancellationToken);

        Assert.Contains($",2024-12-31,,,,,COMPUTED,,,NO_DATA,,{code},", Encoding.UTF8.GetString(written.ToArray()), StringComparison.Ordinal);
    }
}
