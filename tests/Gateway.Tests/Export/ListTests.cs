using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ExcelDataReader;

namespace EduAnalytics.Gateway.Tests.Export;

/// <summary>Lists that are no comparison, as files.</summary>
public sealed class ListTests(ExportServer exports)
{
    static ListTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string> Lists => new()
    {
        { "breakdown", "orgUnit=230404&indicator=dropout.rate&period=2024" },
        { "compliance", "orgUnit=230404&standard=quality-balanced-2017&period=2024" },
        { "findings", "orgUnit=230404&period=2024" },
        { "activity", "orgUnit=230404" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_comes_as_a_table_and_as_a_workbook_with_as_many_rows(string list, string asked)
    {
        var lines = Encoding.UTF8.GetString(await exports.Bytes($"{list}.csv?{asked}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        using var workbook = ExcelReaderFactory.CreateReader(new MemoryStream(await exports.Bytes($"{list}.xlsx?{asked}&lang=en")));

        Assert.InRange(lines.Length, 2, 1000);
        Assert.Equal((lines[0].Split(',').Length, lines.Length), (workbook.FieldCount, workbook.RowCount));
        Assert.Equal("Data", workbook.Name);
        Assert.True(workbook.NextResult());
        Assert.Equal("Notes", workbook.Name);
    }

    [Fact]
    public async Task Where_a_breakdown_has_no_rows_its_one_row_says_why()
    {
        var lines = Encoding.UTF8.GetString(await exports.Bytes("breakdown.csv?orgUnit=230404&indicator=dropout.rate&period=2024")).Split("\r\n");

        Assert.EndsWith(",NO_RECORDS,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_findings_of_a_file_are_those_of_the_list()
    {
        var answer = await exports.Server.AskAsync("""{ allFindings(at: "230404") { totalCount nodes { rule } } }""");
        var lines = Encoding.UTF8.GetString(await exports.Bytes("findings.csv?orgUnit=230404")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(answer.GetProperty("data").GetProperty("allFindings").GetProperty("totalCount").GetInt32(), lines.Length - 1);
    }

    [Theory]
    [InlineData("breakdown.csv?indicator=dropout.rate&period=2024", 400, "orgUnit", "orgUnit=230404-yifu-primary")]
    [InlineData("breakdown.csv?orgUnit=230404&indicator=no.such&period=2024", 404, "indicator", "'no.such'")]
    [InlineData("breakdown.csv?orgUnit=230404&indicator=dropout.rate", 400, "period", "period=2024")]
    [InlineData("compliance.xlsx?orgUnit=999&standard=quality-balanced-2017&period=2024", 404, "orgUnit", "'999'")]
    [InlineData("compliance.csv?orgUnit=230404&standard=no.such&period=2024", 404, "standard", "'no.such'")]
    [InlineData("findings.csv?orgUnit=230404&severity=grave", 400, "severity", "CRITICAL")]
    [InlineData("findings.csv?orgUnit=230404&units=230404", 400, "units", "There are: orgUnit, period, rule, severity, state, lang, bom")]
    [InlineData("activity.arrow?orgUnit=230404", 404, null, "/export/activity.csv")]
    public async Task What_cannot_be_had_is_a_problem_that_names_the_parameter(string file, int status, string? parameter, string expected)
    {
        using var answer = await exports.Get(file);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(parameter, problem.TryGetProperty("parameter", out var named) ? named.GetString() : null);
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_the_client_has_is_not_sent_again()
    {
        using var first = await exports.Get("compliance.csv?orgUnit=230402&standard=quality-balanced-2017&period=2023");
        using var again = await exports.Get("compliance.csv?orgUnit=230402&standard=quality-balanced-2017&period=2023", knownTag: first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("compliance_230402_quality-balanced-2017_2023.csv", first.Content.Headers.ContentDisposition?.FileNameStar);
    }
}
