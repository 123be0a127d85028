using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace EduAnalytics.Gateway.Tests.Export;

public sealed class WorkbookTests(ExportServer exports)
{
    static WorkbookTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task The_cells_have_types_and_the_words_of_the_language_asked_for()
    {
        using var workbook = await Open($"comparison.xlsx?{ExportServer.Kindergartens}");

        Assert.Equal("数据", workbook.Name);
        var heading = NextRow(workbook);
        Assert.Equal(["单元代码", "单元名称", "层级"], heading.Take(3));
        Assert.True(workbook.Read() && workbook.Read() && workbook.Read());
        var row = Enumerable.Range(0, workbook.FieldCount).ToDictionary(i => (string)heading[i]!, workbook.GetValue);
        Assert.Equal(("南山区", "区县", "2024"), (row["单元名称"], row["层级"], row["时期"]));
        Assert.Equal((28.77, 530.0, 1842.0, 28.8), (row["数值"], row["分子"], row["分母"], row["上报值"]));
        Assert.Equal(new DateTime(2024, 1, 1), row["起"]);
        Assert.Equal(("未达标", false), (row["达标情况"], row["含模拟数据"]));
        Assert.IsType<DateTime>(row["数据截至（UTC）"]);
    }

    [Fact]
    public async Task Cells_show_the_decimals_of_their_indicator()
    {
        using var workbook = await Open("comparison.xlsx?orgUnits=230404&indicators=finance.allocated,preschool.public_share&from=2023&to=2024&lang=en");
        var value = Array.IndexOf(NextRow(workbook), "Value");

        Assert.True(workbook.Read());
        Assert.Equal(("#,##0.00", 62171886.03), (workbook.GetNumberFormatString(value), workbook.GetDouble(value)));
    }

    [Fact]
    public async Task Warnings_sources_and_notes_have_sheets_of_their_own()
    {
        using var workbook = await Open($"comparison.xlsx?{ExportServer.Kindergartens}&lang=en");
        var sheets = new Dictionary<string, List<object?[]>>();
        do
        {
            sheets.Add(workbook.Name, []);
            while (workbook.Read())
                sheets[workbook.Name].Add([.. Enumerable.Range(0, workbook.FieldCount).Select(workbook.GetValue)]);
        }
        while (workbook.NextResult());

        Assert.Equal(["Data", "Warnings", "Sources", "Notes"], sheets.Keys);
        Assert.Equal(("Generated for demonstration, wholly or in part", "230402"), (sheets["Warnings"][1][0], sheets["Warnings"][1][1]));
        Assert.Equal("preschool.public_share", sheets["Sources"][1][0]);
        Assert.Contains("县域学前教育", (string)sheets["Sources"][1][4]!, StringComparison.Ordinal);
        Assert.Equal($"/export/comparison.xlsx?{ExportServer.Kindergartens}&lang=en", sheets["Notes"][0][1]);
        Assert.Contains(sheets["Notes"], note => note[0] is "Generated data");
    }

    [Fact]
    public async Task The_heading_stays_in_sight_and_has_filters_and_a_formula_is_only_text()
    {
        await using var zip = new ZipArchive(new MemoryStream(
            await exports.Bytes("comparison.xlsx?orgUnits=230402-evil&indicators=dropout.rate&from=2024&to=2024")));
        using var part = new StreamReader(await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(TestContext.Current.CancellationToken));

        var xml = await part.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("state=\"frozen\"", xml, StringComparison.Ordinal);
        Assert.Contains("<autoFilter ref=\"A1:Y2\"", xml, StringComparison.Ordinal);
        Assert.Contains("t=\"inlineStr\"><is><t>=HYPERLINK", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
    }

    private static object?[] NextRow(IExcelDataReader workbook)
    {
        Assert.True(workbook.Read());
        return [.. Enumerable.Range(0, workbook.FieldCount).Select(workbook.GetValue)];
    }

    private async Task<IExcelDataReader> Open(string file) => ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(await exports.Bytes(file)));
}
