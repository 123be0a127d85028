using System.Text.Json;

namespace EduAnalytics.Cluster.Tests;

/// <summary>Each gateway holds what districts answered to it, and is told by their grains whether it still holds.</summary>
[Collection(SharedClusterTests.Name)]
public sealed class HeldAnswerTests(SharedCluster shared)
{
    private const string State = "mutation ($input: ReportFiguresInput!) { reportFigures(input: $input) { accepted errors { code message } } }";

    private const string Ask = """query ($id: ID!) { orgUnit(id: $id) { value(indicator: "finance.allocated", period: "2020") { value } } }""";

    [Theory]
    [InlineData("administrator")]
    [InlineData("viewer")]
    public async Task What_one_gateway_acknowledged_is_in_the_very_next_answer_of_the_other_which_held_the_one_before(string role)
    {
        var token = await shared.MakeToken(role);
        using var writer = new GatewayClient(shared.Cluster.Gateways[0], shared.Token);
        using var reader = new GatewayClient(shared.Cluster.Gateways[1], token);
        var city = new SmallCity(writer, $"held-{role}");
        await city.Furnish();

        for (var value = 1; value <= 30; value++)
        {
            await Report(writer, city.District, value);
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => reader.Query(Ask, new { id = city.District })));
            Assert.All(answers, answer => Assert.Equal(value, ValueIn(answer)));
        }
    }

    private static async Task Report(GatewayClient through, string district, int value)
    {
        var payload = (await through.Query(State, new
        {
            input = new
            {
                submissionId = $"held-{value}",
                orgUnit = district,
                source = new { document = "自评报告" },
                figures = new[] { new { code = "finance.allocated", period = "2020", value } },
            },
        })).GetProperty("reportFigures");
        Assert.True(payload.GetProperty("accepted").GetInt32() == 1, payload.ToString());
    }

    private static int ValueIn(JsonElement answer) => answer.GetProperty("orgUnit").GetProperty("value").GetProperty("value").GetInt32();
}
