using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace EduAnalytics.Gateway.Tests.Export;

public sealed class ExportAnswerTests(ExportServer exports)
{
    [Theory]
    [InlineData("csv", "text/csv; charset=utf-8; header=present")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("arrow", "application/vnd.apache.arrow.file")]
    public async Task A_file_has_a_type_and_a_name_that_says_what_is_in_it(string format, string type)
    {
        using var answer = await exports.Get($"comparison.{format}?{ExportServer.Kindergartens}&stage=KINDERGARTEN", HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(
            $"comparison_230404+230402_preschool.public_share_kindergarten_2022_2024.{format}",
            answer.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("arrow")]
    public async Task A_file_that_the_client_has_is_not_sent_again_until_its_figures_change(string format)
    {
        var file = $"comparison.{format}?orgUnits=230402&indicators=fitness.pass_rate&from=2023&to=2023";
        using var first = await exports.Get(file);
        var tag = first.Headers.ETag!.ToString();
        using var again = await exports.Get(file, knownTag: tag);

        await exports.Server.ReportAsync("230402", new { code = "fitness.pass_rate", period = "2023", value = 91m + (format.Length / 10m) });
        using var changed = await exports.Get(file, knownTag: tag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag?.ToString());
    }

    [Theory]
    [InlineData("comparison.csv?indicators=dropout.rate", 400, "BAD_ARGUMENT", "orgUnits", "a parent in childrenOf")]
    [InlineData("comparison.csv?orgUnits=230404&childrenOf=230400&indicators=dropout.rate", 400, "BAD_ARGUMENT", "childrenOf", "orgUnits or childrenOf, not both")]
    [InlineData("comparison.csv?orgUnits=230404", 400, "BAD_ARGUMENT", "indicators", "at least one indicator")]
    [InlineData("comparison.xlsx?orgUnits=999&indicators=dropout.rate", 404, "UNKNOWN_ORG_UNIT", "orgUnits", "'999'")]
    [InlineData("comparison.csv?childrenOf=998&indicators=dropout.rate", 404, "UNKNOWN_ORG_UNIT", "childrenOf", "'998'")]
    [InlineData("comparison.arrow?orgUnits=230404&indicators=no.such", 404, "UNKNOWN_INDICATOR", "indicators", "'no.such'")]
    [InlineData("comparison.csv?orgUnits=230404&indicators=dropout.rate&from=202x", 400, "BAD_ARGUMENT", "from", "a year 2023")]
    [InlineData("comparison.csv?orgUnits=230404&indicators=preschool.public_share&to=2024H1", 400, "WRONG_PERIOD", "to", "kept by Year")]
    [InlineData("comparison.csv?orgUnits=230404&indicators=dropout.rate&from=2024&to=2020", 400, "BAD_ARGUMENT", "from", "backwards")]
    [InlineData("comparison.csv?orgUnits=230404&indicators=preschool.public_share&stage=JUNIOR", 400, "WRONG_STAGE", "stage", "Kindergarten")]
    [InlineData("comparison.csv?orgUnits=230404&indicators=dropout.rate&stage=junior", 400, "BAD_ARGUMENT", "stage", "KINDERGARTEN, PRIMARY, JUNIOR, SENIOR")]
    [InlineData("comparison.csv?orgUnits=230404&indicators=dropout.rate&layout=tall", 400, "BAD_ARGUMENT", "layout", "long, wide")]
    [InlineData("comparison.csv?orgUnits=230404&indicators=dropout.rate&lang=zh&lang=en", 400, "BAD_ARGUMENT", "lang", "2 times")]
    [InlineData("comparison.csv?orgUnit=230404&indicators=dropout.rate", 400, "BAD_ARGUMENT", "orgUnit", "There are: orgUnits, childrenOf")]
    [InlineData("comparison.parquet?orgUnits=230404", 404, "NOT_FOUND", null, "/export/comparison.csv")]
    public async Task What_cannot_be_had_is_a_problem_that_names_the_parameter_and_what_was_expected(
        string file, int status, string code, string? parameter, string expected)
    {
        using var answer = await exports.Get(file);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(parameter, problem.TryGetProperty("parameter", out var named) ? named.GetString() : null);
        Assert.Contains(expected, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_has_the_limits_of_the_field_and_says_them_in_its_words()
    {
        var field = await exports.Server.AskAsync(
            """{ comparison(orgUnits: ["230404"], indicators: ["dropout.rate"], from: "1950-01", to: "2024-12") { periods } }""");

        using var answer = await exports.Get("comparison.csv?orgUnits=230404&indicators=dropout.rate&from=1950-01&to=2024-12");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal(field.GetProperty("errors")[0].GetProperty("message").GetString(), problem.GetProperty("detail").GetString());
        Assert.Contains("at most 400 periods", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("from", problem.GetProperty("parameter").GetString());
    }
}
