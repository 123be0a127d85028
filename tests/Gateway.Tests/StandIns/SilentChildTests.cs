using System.Text.Json;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.StandIns;

/// <summary>One of several children hangs, and nobody can stand in: what is asked of all of them is there of the others.</summary>
public sealed class SilentChildTests : IAsyncLifetime
{
    private const string Hanging = "230402";

    private readonly ImpatientServer started = new();

    private EduServer Server => started.Server;

    public async ValueTask InitializeAsync()
    {
        await started.InitializeAsync();
        await Server.ReportAsync(
            "230404",
            new { code = "preschool.children", period = "2022", stage = "KINDERGARTEN", value = 100 },
            new { code = "preschool.children_public", period = "2022", stage = "KINDERGARTEN", value = 30 });
        Server.Silent.Silence(Hanging);
        Server.Silent.Silence("230402-s01");
    }

    public ValueTask DisposeAsync() => started.DisposeAsync();

    [Theory]
    [InlineData(
        $$"""series(indicator: "{{ImpatientServer.Indicator}}") { value }""",
        """[{"value":40}]""", "[]", "230400")]
    [InlineData(
        $$"""value(indicator: "{{ImpatientServer.Indicator}}", period: "2022") { value status }""",
        """{"value":40,"status":"NO_TARGET"}""", """{"value":null,"status":"NO_DATA"}""", "230400")]
    [InlineData(
        """compliance(standard: "preschool-2020", period: "2022") { met missed silent { id } }""",
        """{"met":0,"missed":1,"silent":[]}""", """{"met":0,"missed":0,"silent":[{"id":"230402"}]}""")]
    [InlineData(
        """distribution(indicator: "fitness.excellent_good_rate", stage: PRIMARY, period: "2022") { count silent { id } }""",
        """{"count":0,"silent":[]}""", """{"count":0,"silent":[{"id":"230402"}]}""")]
    [InlineData(
        """breakdown(indicator: "fitness.pass_rate", period: "2021", by: [GRADE]) { gap silent { id } }""",
        """{"gap":"NO_RECORDS","silent":[]}""", """{"gap":null,"silent":[{"id":"230402"}]}""")]
    public async Task Its_field_is_empty_with_an_error_that_names_it_and_the_others_have_theirs(string field, string others, string its, string? above = null)
    {
        if (above is not null)
            Server.Silent.Silence(above);

        var answer = await Server.AskAsync($$"""{ orgUnit(id: "230400") { children { nodes { id asked: {{field}} } } } }""");

        var told = answer.GetProperty("data").GetProperty("orgUnit").GetProperty("children").GetProperty("nodes").EnumerateArray()
            .ToDictionary(node => node.GetProperty("id").GetString()!, node => node.GetProperty("asked").GetRawText());
        Assert.Equal((others, its), (told["230404"], told[Hanging]));
        Assert.Equal(("TIMED_OUT", Hanging), ImpatientServer.ErrorOf(answer));
        Assert.Equal(["orgUnit", "children", "nodes", "asked"], Names(answer.GetProperty("errors")[0].GetProperty("path")));
    }

    private static IEnumerable<string> Names(JsonElement path) =>
        path.EnumerateArray().Where(step => step.ValueKind == JsonValueKind.String).Select(step => step.GetString()!);
}
