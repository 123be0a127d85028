using System.Security.Claims;
using System.Text.Json;
using EduAnalytics.Gateway.Transport.InProcess;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Schema;

public sealed class InProcessTests(EduServer server) : IClassFixture<EduServer>
{
    [Fact]
    public async Task A_client_in_the_process_gets_the_answer_that_one_outside_gets()
    {
        const string query = """query ($id: ID!) { orgUnit(id: $id) { name parent { name } } broken: orgUnits(first: -1) { totalCount } }""";
        var variables = JsonSerializer.SerializeToElement(new { id = "230404" });

        var inside = await Operations.ExecuteAsync(query, variables, new ClaimsPrincipal(), TestContext.Current.CancellationToken);
        var outside = await server.AskAsync(query, variables);

        Assert.Equal(outside.GetRawText(), inside.GetRawText());
    }

    [Fact]
    public async Task A_refused_subscription_is_told_as_the_last_answer()
    {
        var answers = new List<JsonElement>();

        await foreach (var answer in Operations.SubscribeAsync(
            """subscription { indicatorChanged(orgUnits: ["999"]) { value } }""", default, new ClaimsPrincipal(), TestContext.Current.CancellationToken))
            answers.Add(answer);

        Assert.Equal("UNKNOWN_ORG_UNIT", Assert.Single(answers).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private InProcessOperations Operations => server.Services.GetRequiredService<InProcessOperations>();
}
