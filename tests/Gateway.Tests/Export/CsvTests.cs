using System.Text;
using nietras.SeparatedValues;

namespace EduAnalytics.Gateway.Tests.Export;

public sealed class CsvTests(ExportServer exports)
{
    [Fact]
    public async Task Every_value_has_a_row_with_all_that_says_how_good_it_is()
    {
        var text = Encoding.UTF8.GetString(await exports.Bytes($"comparison.csv?{ExportServer.Kindergartens}&lang=en"));

        var lines = text.Split("\r\n");
        Assert.Equal(
            "org_unit,org_unit_name,level,indicator,indicator_name,unit,period,period_start,period_end,stage,value,numerator,denominator,"
            + "basis,reported,target,status,change,suppression,reported_units,expected_units,as_of,version,synthetic,warnings",
            lines[0]);
        Assert.Equal(1 + 6 + 1, lines.Length);
        Assert.StartsWith("230404,Nanshan,DISTRICT,preschool.public_share,Children in public kindergartens,%,2022,2022-01-01,2022-12-31,,,,,COMPUTED,,50,NO_DATA,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",2023,2023-01-01,2023-12-31,,30.5,,,REPORTED,,50,MISSED,", lines[2], StringComparison.Ordinal);
        Assert.Contains(",2024,2024-01-01,2024-12-31,,28.77,530,1842,COMPUTED,28.8,50,MISSED,-1.73,,", lines[3], StringComparison.Ordinal);
        Assert.EndsWith(",false,", lines[3], StringComparison.Ordinal);
        Assert.EndsWith(",true,SYNTHETIC", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_keep_every_digit_and_texts_their_language()
    {
        using var csv = Sep.Reader(options => options with { Unescape = true })
            .FromText(Encoding.UTF8.GetString(await exports.Bytes("comparison.csv?orgUnits=230404&indicators=finance.allocated&from=2023&to=2023")));

        foreach (var row in csv)
            Assert.Equal(("62171886.03", "南山区", "元"), (row["value"].ToString(), row["org_unit_name"].ToString(), row["unit"].ToString()));
    }

    [Fact]
    public async Task A_name_that_is_a_formula_becomes_text_and_its_quotes_are_doubled()
    {
        var text = Encoding.UTF8.GetString(await exports.Bytes("comparison.csv?orgUnits=230402-evil&indicators=dropout.rate&from=2024&to=2024"));

        Assert.Contains("\r\n230402-evil,\"'=HYPERLINK(\"\"http://evil\"\",\"\"点我\"\")\",SCHOOL,", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fall_stays_a_number()
    {
        var text = Encoding.UTF8.GetString(await exports.Bytes($"comparison.csv?{ExportServer.Kindergartens}"));

        Assert.Contains(",-1.73,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("&bom=true", true)]
    public async Task The_mark_by_which_Excel_knows_UTF_8_is_there_where_it_is_asked_for(string asked, bool marked)
    {
        var bytes = await exports.Bytes($"comparison.csv?{ExportServer.Kindergartens}{asked}");

        Assert.Equal(marked, bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
    }

    [Fact]
    public async Task The_wide_layout_has_a_row_for_each_unit_and_indicator_and_a_column_for_each_period()
    {
        var text = Encoding.UTF8.GetString(await exports.Bytes($"comparison.csv?{ExportServer.Kindergartens}&layout=wide&lang=en"));

        Assert.Equal(
            """
            org_unit,org_unit_name,level,indicator,indicator_name,unit,stage,2022,2023,2024,synthetic,warnings
            230404,Nanshan,DISTRICT,preschool.public_share,Children in public kindergartens,%,,,30.5,28.77,false,
            230402,Xiangyang,DISTRICT,preschool.public_share,Children in public kindergartens,%,,,,,true,SYNTHETIC

            """.ReplaceLineEndings("\r\n"),
            text);
    }

    [Fact]
    public async Task The_warnings_have_an_address_of_their_own_to_which_the_data_points()
    {
        using var data = await exports.Get($"comparison.csv?{ExportServer.Kindergartens}&lang=en");
        var link = Assert.Single(data.Headers.GetValues("Link"));
        var address = link[(link.IndexOf('<', StringComparison.Ordinal) + 1)..link.IndexOf('>', StringComparison.Ordinal)];

        var warnings = await exports.Server.Http.GetStringAsync(new Uri(exports.Server.Address, address), TestContext.Current.CancellationToken);

        Assert.Equal(
            """
            code,org_unit,org_unit_name,indicator,indicator_name,periods,message
            SYNTHETIC,230402,Xiangyang,,,2022 2023 2024,"The records of 230402 are generated for demonstration, wholly or in part."

            """.ReplaceLineEndings("\r\n"),
            warnings);
    }
}
