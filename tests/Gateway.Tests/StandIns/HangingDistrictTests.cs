using System.Text.Json;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Tests.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.StandIns;

/// <summary>A district that hangs holds up what is asked of it for some seconds, and what is asked of others not at all.</summary>
public sealed class HangingDistrictTests : IAsyncLifetime
{
    private const string Comparison = """
        { comparison(childrenOf: "230400", indicators: ["finance.allocated"], from: "2022", to: "2022") {
            series { orgUnit { id } points { value suppression } } warnings { code message orgUnit { id } } } }
        """;

    private readonly ImpatientServer started = new();

    private EduServer Server => started.Server;

    public ValueTask InitializeAsync() => started.InitializeAsync();

    public ValueTask DisposeAsync() => started.DisposeAsync();

    [Theory]
    [InlineData("MONITOR@*")]
    [InlineData("VIEWER@*")]
    public async Task In_a_comparison_its_city_stands_in_for_it_and_a_warning_says_so(string caller)
    {
        Server.Silent.Silence("230402");

        var hanging = await Compare(caller);
        Server.Silent.Release("230402");
        var again = await Compare(caller);

        Assert.Equal((40, 20), (ValueOf("230404", hanging), ValueOf("230402", hanging)));
        var warning = Assert.Single(WarningsOf(hanging));
        Assert.Equal("230402", warning.GetProperty("orgUnit").GetProperty("id").GetString());
        Assert.Contains("230400", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(WarningsOf(again));
    }

    [Fact]
    public async Task Where_nobody_knows_it_its_values_are_missing_and_the_others_are_there()
    {
        Server.Silent.Silence("230402");
        Server.Silent.Silence("230400");

        var hanging = await Compare("MONITOR@*");

        Assert.Equal((40, null), (ValueOf("230404", hanging), ValueOf("230402", hanging)));
        Assert.Equal("230402", Assert.Single(WarningsOf(hanging)).GetProperty("orgUnit").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_field_that_asks_for_its_value_alone_fails_and_names_it_and_its_neighbours_do_not()
    {
        Server.Silent.Silence("230402");
        Server.Silent.Silence("230400");

        var answer = await Server.AskAsync("""
            { here: orgUnit(id: "230404") { value(indicator: "finance.allocated", period: "2022") { value } }
              there: orgUnit(id: "230402") { value(indicator: "finance.allocated", period: "2022") { value } } }
            """);

        Assert.Equal(40, answer.GetProperty("data").GetProperty("here").GetProperty("value").GetProperty("value").GetDecimal());
        Assert.Equal(("TIMED_OUT", "230402"), ImpatientServer.ErrorOf(answer));
    }

    [Fact]
    public async Task A_citys_compliance_is_that_of_the_others_and_names_it()
    {
        Server.Silent.Silence("230402");

        var data = await Server.DataAsync("""
            { orgUnit(id: "230400") { compliance(standard: "preschool-2020", period: "2022") { silent { id } noData results { orgUnit { id } status } } } }
            """);

        var compliance = data.GetProperty("orgUnit").GetProperty("compliance");
        Assert.Equal("230402", Assert.Single(compliance.GetProperty("silent").EnumerateArray()).GetProperty("id").GetString());
        var results = compliance.GetProperty("results").EnumerateArray().ToLookup(result => result.GetProperty("orgUnit").GetProperty("id").GetString());
        Assert.NotEmpty(results["230404"]);
        Assert.All(results["230402"], result => Assert.Equal("NO_DATA", result.GetProperty("status").GetString()));
        Assert.NotEmpty(results["230402"]);
    }

    [Fact]
    public async Task A_subscription_to_it_and_another_hears_of_the_other()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Server.Silent.Silence("230402");
        await using var changes = (await Server.Services.GetRequiredService<IndicatorWatch>().Follow(["230402", "230404"], [ImpatientServer.Indicator], limit.Token))
            .GetAsyncEnumerator(limit.Token);

        await Server.ReportAsync("230404", new { code = ImpatientServer.Indicator, period = "2022", value = 41 });

        while (await changes.MoveNextAsync() && changes.Current.Value != 41)
            Assert.Equal("230404", changes.Current.OrgUnit.Code);
        Assert.Equal("230404", changes.Current.OrgUnit.Code);
        await limit.CancelAsync();
    }

    private async Task<JsonElement> Compare(string caller)
    {
        var answer = await Server.AskAsync(Comparison, caller: caller);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("comparison");
    }

    private static decimal? ValueOf(string unit, JsonElement comparison)
    {
        var value = comparison.GetProperty("series").EnumerateArray().Single(one => one.GetProperty("orgUnit").GetProperty("id").GetString() == unit)
            .GetProperty("points")[0].GetProperty("value");
        return value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
    }

    private static List<JsonElement> WarningsOf(JsonElement comparison) =>
        [.. comparison.GetProperty("warnings").EnumerateArray().Where(warning => warning.GetProperty("code").GetString() == "UNIT_SILENT")];
}
