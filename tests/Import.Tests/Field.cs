using System.Globalization;
using System.Text;
using System.Text.Json;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Import.Mappings;

namespace EduAnalytics.Import.Tests;

/// <summary>A receiving system: the shipped catalogue, a city of two districts with a few schools, and a day.</summary>
internal static class Field
{
    public static Catalogue Catalogue { get; } =
        CatalogueReader.Read(Path.Combine(AppContext.BaseDirectory, "catalogue")) is CatalogueReading.Complete complete
            ? complete.Catalogue
            : throw new InvalidOperationException("The shipped catalogue is faulty.");

    public static ImportKnowledge Knowledge { get; } = new(
        Catalogue,
        new OrgUnitTree(
        [
            Unit("230400", "鹤岗市", "Hegang", OrgUnitLevel.City, null),
            Unit("230404", "南山区", "Nanshan", OrgUnitLevel.District, "230400"),
            Unit("230402", "向阳区", "Xiangyang", OrgUnitLevel.District, "230400"),
            Unit("230404-yifu-primary", "逸夫小学", "Yifu Primary School", OrgUnitLevel.School, "230404", SchoolStage.Primary),
            Unit("230404-no12-middle", "第十二中学", "No. 12 Middle School", OrgUnitLevel.School, "230404", SchoolStage.Junior),
            Unit("230404-whole", "九年一贯制学校", null, OrgUnitLevel.School, "230404", SchoolStage.Primary, SchoolStage.Junior),
            Unit("230402-s01", "实验小学", null, OrgUnitLevel.School, "230402", SchoolStage.Primary),
            Unit("230404-s02", "实验小学", null, OrgUnitLevel.School, "230404", SchoolStage.Primary),
        ],
        1),
        new DateOnly(2024, 11, 20));

    /// <summary>The report on a file, with the lines that it would send.</summary>
    public static (ImportReport Report, List<JsonElement> Lines) Read(string text, string? mapping = null, Encoding? encoding = null) =>
        Read([.. (encoding ?? new UTF8Encoding(false)).GetPreamble(), .. (encoding ?? Encoding.UTF8).GetBytes(text)], mapping);

    public static (ImportReport Report, List<JsonElement> Lines) Read(byte[] bytes, string? mapping = null)
    {
        using var file = new MemoryStream(bytes);
        var import = new ImportFile(file, "return.csv", MappingOf(mapping) with { Document = "年报" }, Knowledge);
        var report = import.Check(TestContext.Current.CancellationToken);
        List<JsonElement> lines = report.Plan is null ? [] : [.. import.Lines(report.Plan, TestContext.Current.CancellationToken).Select(line => JsonOf(line.Line))];
        return (report, lines);
    }

    /// <summary>The report on a file in which nothing must be wrong.</summary>
    public static List<JsonElement> Clean(string text, string? mapping = null, Encoding? encoding = null)
    {
        var (report, lines) = Read(text, mapping, encoding);
        Assert.Equal("", string.Join('\n', report.Problems));
        return lines;
    }

    public static string Problem(string text, string? mapping = null) => Assert.Single(Read(text, mapping).Report.Problems).ToString();

    public static string Figure(this JsonElement line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line.GetProperty("orgUnit").GetString()} {line.GetProperty("code").GetString()} {line.GetProperty("period").GetString()} {(line.TryGetProperty("stage", out var stage) ? stage.GetString() : "-")} {line.GetProperty("value").GetDecimal()}");

    public static Mapping MappingOf(string? text) => text is null
        ? Mapping.None
        : Assert.IsType<MappingReading.Complete>(MappingReader.Read(new StringReader(text), "mapping.yaml", Knowledge.Codes)).Mapping;

    private static JsonElement JsonOf(Lines.ImportLine line)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            line.WriteTo(json);
        return JsonSerializer.Deserialize<JsonElement>(buffer.ToArray());
    }

    private static OrgUnit Unit(string id, string name, string? nameEn, OrgUnitLevel level, string? parent, params SchoolStage[] stages) =>
        new(OrgUnitId.Parse(id), name, nameEn, level, parent is null ? null : OrgUnitId.Parse(parent), [.. stages], false);
}
