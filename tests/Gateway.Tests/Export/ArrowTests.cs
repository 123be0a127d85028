using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Export;

/// <summary>Read with Arrow's own library in another language, so that a slip of one cannot hide behind itself.</summary>
public sealed class ArrowTests(ExportServer exports)
{
    [Fact]
    public async Task The_columns_have_types_and_decimals_are_exact()
    {
        var file = await Read($"comparison.arrow?{ExportServer.Kindergartens}&lang=en");

        var row = file.GetProperty("rows")[2];
        Assert.Equal(("230404", "2024", "2024-01-01"), (Text(row, "org_unit"), Text(row, "period"), Text(row, "period_start")));
        Assert.Equal(("28.770000", "530.000000", "-1.730000"), (Text(row, "value"), Text(row, "numerator"), Text(row, "change")));
        Assert.Equal(("COMPUTED", "MISSED", false), (Text(row, "basis"), Text(row, "status"), row.GetProperty("synthetic").GetBoolean()));
        Assert.Null(Text(file.GetProperty("rows")[0], "value"));
        var types = file.GetProperty("types");
        Assert.Equal(
            ("Dictionary<Int32, Utf8>", "Decimal[38e+6]", "Timestamp<MILLISECOND, UTC>", "Date32<DAY>", "Bool"),
            (Text(types, "org_unit"), Text(types, "value"), Text(types, "as_of"), Text(types, "period_end"), Text(types, "synthetic")));
        Assert.Equal("Org unit name", Text(file.GetProperty("titles"), "org_unit_name"));
    }

    [Fact]
    public async Task Warnings_and_sources_stand_in_the_schemas_metadata()
    {
        var metadata = (await Read($"comparison.arrow?{ExportServer.Kindergartens}&lang=en")).GetProperty("metadata");

        var warning = Assert.Single(JsonDocument.Parse(Text(metadata, "warnings")!).RootElement.EnumerateArray());
        Assert.Equal(("SYNTHETIC", "230402"), (Text(warning, "code"), Text(warning, "org_unit")));
        Assert.Equal("true", Text(metadata, "synthetic"));
        var source = Assert.Single(JsonDocument.Parse(Text(metadata, "sources")!).RootElement.EnumerateArray());
        Assert.Equal("preschool.public_share", Text(source, "indicator"));
    }

    [Fact]
    public async Task A_long_table_comes_in_batches_that_share_their_dictionaries()
    {
        const string units = "230400,230402,230402-s01,230402-evil,230404-nanshan-primary,230404-yifu-primary,230404-no12-middle,230404";
        const string indicators = "dropout.rate,dropout.roll,dropout.suspected,dropout.confirmed,dropout.closed,dropout.reporting_rate";

        var rows = await Read($"comparison.arrow?orgUnits={units}&indicators={indicators}&from=1990-01&to=2019-12&layout=long");

        var all = rows.GetProperty("rows").EnumerateArray().ToList();
        // The longest range there is, for as many series as make more rows than one batch holds.
        Assert.Equal(8 * 6 * 360, all.Count);
        Assert.Equal(2, rows.GetProperty("batches").GetInt32());
        Assert.Equal("1990-01", Text(all[0], "period"));
        Assert.Equal(("230404", "dropout.reporting_rate", "2019-12"), (Text(all[^1], "org_unit"), Text(all[^1], "indicator"), Text(all[^1], "period")));
    }

    private async Task<JsonElement> Read(string file) =>
        JsonDocument.Parse(await NodeClient.RunAsync("arrow-file.mjs", exports.AddressOf(file).ToString())).RootElement;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
