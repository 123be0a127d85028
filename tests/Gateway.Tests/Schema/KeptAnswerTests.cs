using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>An answer is given again while nothing behind it changed, and never longer.</summary>
public sealed class KeptAnswerTests(EduServer server) : IClassFixture<EduServer>
{
    private const string Allocated = """{ orgUnit(id: "230404") { value(indicator: "finance.allocated", period: "2022") { value } } }""";

    [Fact]
    public async Task A_repeated_query_asks_no_grain()
    {
        const string query = """{ comparison(childrenOf: "230400", indicators: ["finance.allocated"], from: "2018", to: "2019") { series { points { value version } } } }""";
        var first = await BytesOf(query);
        var calls = server.Calls.Of("Evaluate");

        Assert.Equal(first, await BytesOf(query));

        Assert.Equal(calls, server.Calls.Of("Evaluate"));
    }

    [Fact]
    public async Task What_was_acknowledged_is_in_the_very_next_answer()
    {
        for (var value = 1; value <= 20; value++)
        {
            await server.ReportAsync("230404", new { code = "finance.allocated", period = "2022", value });

            Assert.Equal(value, Value(await server.DataAsync(Allocated)));
            Assert.Equal(value, Value(await server.DataAsync(Allocated)));
        }
    }

    [Fact]
    public async Task A_school_named_anew_has_its_new_name_in_the_very_next_answer()
    {
        for (var number = 0; number < 10; number++)
        {
            var name = $"向阳第一小学 {number}";
            await server.Register(EduServer.Unit("230402-s01", name, null, OrgUnitLevel.School, "230402", SchoolStage.Primary));

            var unit = (await server.DataAsync("""{ orgUnit(id: "230402-s01") { name } }""")).GetProperty("orgUnit");

            Assert.Equal(name, unit.GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task Readers_beside_a_writer_never_see_less_than_was_acknowledged_before_they_asked()
    {
        const string query = """{ orgUnit(id: "230402") { value(indicator: "finance.allocated", period: "2021") { value } } }""";
        var acknowledged = 0;
        var writing = Task.Run(async () =>
        {
            for (var value = 1; value <= 200; value++)
            {
                await server.ReportAsync("230402", new { code = "finance.allocated", period = "2021", value });
                Volatile.Write(ref acknowledged, value);
            }
        }, TestContext.Current.CancellationToken);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var reads = 0;
            while (!writing.IsCompleted)
            {
                var atLeast = Volatile.Read(ref acknowledged);
                var seen = Value(await server.DataAsync(query));
                Assert.True(seen >= atLeast, $"{atLeast} was acknowledged, {seen} was answered.");
                reads++;
            }

            return reads;
        }, TestContext.Current.CancellationToken)).ToList();

        await writing;
        var reads = await Task.WhenAll(readers);

        Assert.All(reads, count => Assert.NotEqual(0, count));
        Assert.Equal(200, Value(await server.DataAsync(query)));
    }

    [Fact]
    public async Task A_client_that_holds_the_answer_is_told_so_until_it_changes()
    {
        await server.ReportAsync("230404", new { code = "finance.allocated", period = "2020", value = 1 });
        const string query = """{ orgUnit(id: "230404") { value(indicator: "finance.allocated", period: "2020") { value } } }""";
        using var first = await Get(query, null);
        var tag = first.Headers.ETag!.ToString();

        using var same = await Get(query, tag);
        await server.ReportAsync("230404", new { code = "finance.allocated", period = "2020", value = 2 });
        using var changed = await Get(query, tag);

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(tag, same.Headers.ETag!.ToString());
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag!.ToString());
        Assert.True(first.Headers.CacheControl!.Private && first.Headers.CacheControl.NoCache);
        Assert.Contains("Authorization", first.Headers.Vary);
    }

    [Fact]
    public async Task An_answer_with_an_error_has_no_tag_and_is_made_each_time()
    {
        using var answer = await Get("""{ orgUnit(id: "230404") { value(indicator: "no.such", period: "2020") { value } } }""", null);

        Assert.Null(answer.Headers.ETag);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private static decimal Value(JsonElement data)
    {
        var value = data.GetProperty("orgUnit").GetProperty("value").GetProperty("value");
        return value.ValueKind == JsonValueKind.Null ? 0 : value.GetDecimal();
    }

    private async Task<string> BytesOf(string query)
    {
        using var answer = await server.Http.PostAsJsonAsync(server.Address, new { query }, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> Get(string query, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Address}?query={Uri.EscapeDataString(query)}");
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
