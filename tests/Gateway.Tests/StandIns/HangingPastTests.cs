using System.Globalization;
using System.Text.Json;
using EduAnalytics.Contracts.Past;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.StandIns;

/// <summary>A district's past that is not read to its end holds up what is asked of it for some seconds, and what is asked of others not at all.</summary>
public sealed class HangingPastTests : IAsyncLifetime
{
    private const string Hanging = "230402";

    private readonly ImpatientServer started = new();

    private DateTimeOffset then;

    private EduServer Server => started.Server;

    public async ValueTask InitializeAsync()
    {
        await started.InitializeAsync();
        then = TimeProvider.System.GetUtcNow();
        Server.Silent.Silence(Key);
    }

    public ValueTask DisposeAsync() => started.DisposeAsync();

    private string Key => new PastKey(OrgUnitId.Parse(Hanging), then).ToString();

    [Theory]
    [InlineData("""from: "2022", to: "2022", """)]
    [InlineData("")]
    public async Task In_a_comparison_its_values_are_missing_and_a_warning_names_it(string range)
    {
        var answer = await Ask($$"""
            comparison(childrenOf: "230400", indicators: ["{{ImpatientServer.Indicator}}"], {{range}}asOf: $then) {
              series { orgUnit { id } points { value } } warnings { code orgUnit { id } } }
            """);

        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        var comparison = answer.GetProperty("data").GetProperty("comparison");
        var values = comparison.GetProperty("series").EnumerateArray().ToDictionary(
            one => one.GetProperty("orgUnit").GetProperty("id").GetString()!, one => one.GetProperty("points").GetRawText());
        Assert.Equal(("""[{"value":40}]""", """[{"value":null}]"""), (values["230404"], values[Hanging]));
        Assert.Contains($$$"""{"code":"UNIT_SILENT","orgUnit":{"id":"{{{Hanging}}}"}}""", comparison.GetProperty("warnings").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($$"""value(indicator: "{{ImpatientServer.Indicator}}", period: "2022", asOf: $then) { value }""", """{"value":40}""", """{"value":null}""")]
    [InlineData($$"""series(indicator: "{{ImpatientServer.Indicator}}", asOf: $then) { value }""", """[{"value":40}]""", "[]")]
    public async Task Asked_by_itself_it_is_named_by_an_error_and_its_neighbours_have_theirs(string field, string others, string its)
    {
        var answer = await Ask($$"""here: orgUnit(id: "230404") { asked: {{field}} } there: orgUnit(id: "{{Hanging}}") { asked: {{field}} }""");

        Assert.Equal(
            (others, its),
            (answer.GetProperty("data").GetProperty("here").GetProperty("asked").GetRawText(), answer.GetProperty("data").GetProperty("there").GetProperty("asked").GetRawText()));
        Assert.Equal(("TIMED_OUT", Hanging), ImpatientServer.ErrorOf(answer));
    }

    [Fact]
    public async Task What_it_is_now_is_told_at_once_and_what_it_was_as_soon_as_it_is_read()
    {
        const string asked = $$"""orgUnit(id: "{{Hanging}}") { now: value(indicator: "{{ImpatientServer.Indicator}}", period: "2022") { value } was: value(indicator: "{{ImpatientServer.Indicator}}", period: "2022", asOf: $then) { value } }""";

        var hanging = await Ask(asked);
        Server.Silent.Release(Key);
        var again = await Ask(asked);

        Assert.Equal("""{"now":{"value":20},"was":{"value":null}}""", hanging.GetProperty("data").GetProperty("orgUnit").GetRawText());
        Assert.Equal("""{"now":{"value":20},"was":{"value":20}}""", again.GetProperty("data").GetProperty("orgUnit").GetRawText());
    }

    private Task<JsonElement> Ask(string fields) =>
        Server.AskAsync($$"""query ($then: DateTime) { {{fields}} }""", new { then = then.ToString("O", CultureInfo.InvariantCulture) });
}
