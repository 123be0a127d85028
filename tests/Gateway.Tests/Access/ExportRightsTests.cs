using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EduAnalytics.Gateway.Access;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>A file holds no more than its reader may see of the field it is made of.</summary>
public sealed class ExportRightsTests(RoleServer roles) : IClassFixture<RoleServer>
{
    private const string Asked = "indicators=fitness.excellent_good_rate&from=2023&to=2023";

    [Fact]
    public async Task A_unit_out_of_reach_has_a_row_without_numbers_that_says_why()
    {
        using var answer = await Get($"comparison.csv?orgUnits={RoleServer.Own},{RoleServer.Beside}&{Asked}", Role.Analyst, RoleServer.Own);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(RoleServer.RateOf(RoleServer.Own), text, StringComparison.Ordinal);
        Assert.DoesNotContain(RoleServer.RateOf(RoleServer.Beside), text, StringComparison.Ordinal);
        Assert.Contains(",NO_DATA,,NOT_PERMITTED,", text.Split("\r\n")[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Monitor)]
    [InlineData(Role.Administrator)]
    public async Task Nothing_out_of_reach_is_a_file(Role role)
    {
        foreach (var format in new[] { "csv", "xlsx", "arrow" })
        {
            using var answer = await Get($"comparison.{format}?orgUnits={RoleServer.Beside}&{Asked}", role, RoleServer.Own);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal(("FORBIDDEN", "orgUnits"), (problem.GetProperty("code").GetString(), problem.GetProperty("parameter").GetString()));
            Assert.Contains($"holds at {RoleServer.Own} and below", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("breakdown", "&indicator=fitness.excellent_good_rate&period=2023")]
    [InlineData("compliance", "&standard=quality-balanced-2017&period=2023")]
    [InlineData("findings", "")]
    [InlineData("activity", "")]
    public async Task No_list_of_a_unit_out_of_reach_is_a_file(string list, string asked)
    {
        foreach (var role in Enum.GetValues<Role>())
            foreach (var format in new[] { "csv", "xlsx" })
            {
                using var refused = await Get($"{list}.{format}?orgUnit={RoleServer.Beside}{asked}", role, RoleServer.Own);
                using var own = await Get($"{list}.{format}?orgUnit={RoleServer.Own}{asked}", role, RoleServer.Own);

                Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, own.StatusCode));
            }
    }

    [Fact]
    public async Task Two_readers_of_one_address_have_different_content_where_one_sees_less()
    {
        var file = $"comparison.csv?orgUnits={RoleServer.Own},{RoleServer.Beside}&{Asked}";
        using var bound = await Get(file, Role.Analyst, RoleServer.Own);
        using var unbound = await Get(file, Role.Analyst, null);

        Assert.NotEqual(bound.Headers.ETag?.ToString(), unbound.Headers.ETag?.ToString());
        Assert.True(bound.Headers.CacheControl?.Private);
    }

    private Task<HttpResponseMessage> Get(string file, Role role, string? unit)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(roles.Server.Address, $"/export/{file}"));
        request.Headers.Add(TestCallers.Header, TestCallers.Name(role, unit));
        return roles.Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
