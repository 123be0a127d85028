using System.Security.Claims;
using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.InProcess;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>Every subscription, for every role, about its own unit and those below, beside and above it; and as rights change.</summary>
public sealed class WatchingRightsTests(RoleServer city) : IClassFixture<RoleServer>
{
    private const string Indicator = "fitness.excellent_good_rate";

    private static readonly Dictionary<string, string> subscriptions = new()
    {
        ["indicatorChanged"] = """subscription { indicatorChanged(orgUnits: ["UNIT"], indicators: ["fitness.excellent_good_rate"]) { value suppression orgUnit { id } } }""",
        ["findingWord"] = """subscription { findingWord(orgUnits: ["UNIT"]) { message values acknowledgement { note } orgUnit { id } } }""",
        ["findingRaised"] = """subscription { findingRaised(orgUnits: ["UNIT"]) { message values orgUnit { id } } }""",
    };

    private static int stated;

    public static TheoryData<string, Role> Rows =>
        [.. subscriptions.Keys.SelectMany(_ => Enum.GetValues<Role>(), (name, role) => new TheoryDataRow<string, Role>(name, role))];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_role_bound_at_a_district_follows_it_and_what_lies_below_and_nothing_else(string subscription, Role role)
    {
        foreach (var unit in new[] { RoleServer.Own, RoleServer.Below })
        {
            await using var events = Follow(subscription, unit, User(role));
            Assert.Equal(unit, (await NextAsync(events, unit, withWord: subscription == "findingWord")).GetProperty("data").GetProperty(subscription).GetProperty("orgUnit").GetProperty("id").GetString());
        }

        foreach (var unit in new[] { RoleServer.Beside, RoleServer.BelowBeside, RoleServer.Above })
        {
            await using var events = Follow(subscription, unit, User(role));
            Assert.True(await events.MoveNextAsync());
            Assert.Equal("FORBIDDEN", CodeOf(events.Current));
            Assert.False(await events.MoveNextAsync());
        }
    }

    [Fact]
    public void Every_subscription_has_a_row()
    {
        var served = Parser.Parse(city.Server.Services.GetRequiredService<SchemaText>().Text).Definitions.OfType<GraphQLObjectTypeDefinition>()
            .Single(type => type.Name.StringValue == "Subscription").Fields!.Select(field => field.Name.StringValue);

        Assert.Equal(served.Order(StringComparer.Ordinal), subscriptions.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("indicatorChanged", "230402", "FORBIDDEN")]
    [InlineData("findingRaised", "230402", "FORBIDDEN")]
    [InlineData("indicatorChanged", null, "UNAUTHENTICATED")]
    [InlineData("findingRaised", null, "UNAUTHENTICATED")]
    public async Task A_subscription_ends_at_the_first_event_after_its_readers_right_was_moved_or_withdrawn(string subscription, string? movedTo, string code)
    {
        var user = TestCallers.Principal($"Monitor@{RoleServer.Own}");
        ((ClaimsIdentity)user.Identity!).AddClaim(new Claim(ClaimTypes.Name, $"{subscription} {movedTo}"));
        await using var events = Follow(subscription, RoleServer.Own, user);
        Assert.Null(CodeOf(await NextAsync(events, RoleServer.Own)));

        city.Server.Services.GetRequiredService<ChangingCallers>()
            .Change(user, movedTo is null ? null : new Caller("", Role.Monitor, OrgUnitId.Parse(movedTo)));

        JsonElement last;
        do
            last = await NextAsync(events, RoleServer.Own);
        while (CodeOf(last) is null);
        Assert.Equal(code, CodeOf(last));
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task A_withheld_value_that_changes_tells_a_viewer_that_it_did_and_the_staff_how()
    {
        city.Server.Withheld.Set((unit, code, _) => unit.Code == RoleServer.Below && code == Indicator ? Suppression.SmallCount : null);
        try
        {
            await using var viewer = Follow("indicatorChanged", RoleServer.Below, User(Role.Viewer));
            await using var reporter = Follow("indicatorChanged", RoleServer.Below, TestCallers.Principal($"Reporter@{RoleServer.Below}"));

            var seen = (await NextAsync(viewer, RoleServer.Below)).GetProperty("data").GetProperty("indicatorChanged");
            var known = (await NextAsync(reporter, RoleServer.Below)).GetProperty("data").GetProperty("indicatorChanged");

            Assert.Equal("""{"value":null,"suppression":"SMALL_COUNT"}""", $$"""{"value":{{seen.GetProperty("value").GetRawText()}},"suppression":{{seen.GetProperty("suppression").GetRawText()}}}""");
            Assert.Equal(JsonValueKind.Number, known.GetProperty("value").ValueKind);
            Assert.Equal(JsonValueKind.Null, known.GetProperty("suppression").ValueKind);
        }
        finally
        {
            city.Server.Withheld.Set(null);
        }
    }

    private static ClaimsPrincipal User(Role role) => TestCallers.Principal(TestCallers.Name(role, RoleServer.Own));

    private static string? CodeOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;

    private IAsyncEnumerator<JsonElement> Follow(string subscription, string unit, ClaimsPrincipal user) =>
        city.Server.Services.GetRequiredService<InProcessOperations>()
            .SubscribeAsync(subscriptions[subscription].Replace("UNIT", unit, StringComparison.Ordinal), default, user, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator();

    /// <summary>
    /// The next event: the unit states rates of ever other years, missed ones and then met ones in their place, until one of
    /// them was heard of. (A subscription does not tell from when on it hears.)
    /// </summary>
    /// <param name="withWord">Somebody acknowledges what is found besides.</param>
    private async Task<JsonElement> NextAsync(IAsyncEnumerator<JsonElement> events, string unit, bool withWord = false)
    {
        const int years = 70;
        var next = events.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            var (round, year) = Math.DivRem(Interlocked.Increment(ref stated), years);
            var value = round % 2 == 0 ? 1 + (round * 0.01m) : 60 + (round * 0.01m);
            await city.Server.ReportAsync(unit, new { code = Indicator, period = $"{1950 + year}", value });
            if (withWord)
                await Acknowledge(unit, $"{1950 + year}");
        }

        Assert.True(await next);
        return events.Current;
    }

    private async Task Acknowledge(string unit, string period)
    {
        var found = await city.Server.DataAsync(
            "query ($unit: ID!, $period: Period!) { orgUnit(id: $unit) { findings(period: $period) { id } } }", new { unit, period });
        foreach (var finding in found.GetProperty("orgUnit").GetProperty("findings").EnumerateArray().Take(1))
        {
            await city.Server.DataAsync(
                "mutation ($input: AcknowledgeFindingInput!) { acknowledgeFinding(input: $input) { accepted } }",
                new { input = new { submissionId = $"word-{Interlocked.Increment(ref stated)}", finding = finding.GetProperty("id").GetString(), note = "known" } });
        }
    }
}
