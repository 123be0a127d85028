using System.Text.Json;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.Http;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>Every field that reads, for every role, about its own unit and those below, beside and above it.</summary>
public sealed class ReadingRightsTests(RoleServer city) : IClassFixture<RoleServer>
{
    private static readonly string[] units = [RoleServer.Own, RoleServer.Below, RoleServer.Beside, RoleServer.BelowBeside, RoleServer.Above];

    public static TheoryData<string, Role> Rows =>
        [.. FieldRow.Reading.SelectMany(_ => Enum.GetValues<Role>(), (row, role) => new TheoryDataRow<string, Role>(row.Field, role))];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_role_bound_at_a_district_reads_there_and_below_and_nowhere_else(string field, Role role)
    {
        var row = FieldRow.Reading.Single(one => one.Field == field);
        foreach (var unit in units)
        {
            var answer = await city.Server.AskAsync($"{{ {row.AskOf(unit)} }}", caller: TestCallers.Name(role, RoleServer.Own));

            if (row.IsPublic || unit is RoleServer.Own or RoleServer.Below)
                AssertGiven(row, unit, answer);
            else
                AssertRefused(row, unit, answer);
        }
    }

    [Theory]
    [InlineData(RoleServer.Below, new[] { RoleServer.Below })]
    [InlineData(RoleServer.Above, new[] { RoleServer.Own, RoleServer.Below, RoleServer.Beside, RoleServer.BelowBeside, RoleServer.Above })]
    [InlineData(null, new[] { RoleServer.Own, RoleServer.Below, RoleServer.Beside, RoleServer.BelowBeside, RoleServer.Above })]
    [InlineData("999999", new string[0])]
    public async Task A_school_sees_itself_a_city_all_below_and_a_unit_that_is_gone_nothing(string? bound, string[] given)
    {
        foreach (var row in FieldRow.Reading.Where(row => !row.IsPublic))
        {
            foreach (var unit in units)
            {
                var answer = await city.Server.AskAsync($"{{ {row.AskOf(unit)} }}", caller: TestCallers.Name(Role.Viewer, bound));

                if (given.Contains(unit))
                    AssertGiven(row, unit, answer);
                else
                    AssertRefused(row, unit, answer);
            }
        }
    }

    [Fact]
    public void Every_field_that_reads_has_a_row()
    {
        var served = Parser.Parse(city.Server.Services.GetRequiredService<SchemaText>().Text).Definitions.OfType<GraphQLObjectTypeDefinition>()
            .Where(type => type.Name.StringValue is "Query" or "OrgUnit")
            .SelectMany(type => type.Fields!.Select(field => $"{type.Name.StringValue}.{field.Name.StringValue}"));

        Assert.Equal(served.Order(StringComparer.Ordinal), FieldRow.Reading.Select(row => row.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("VIEWER@230404", """["230404"]""", """[true,true,false,false,false]""")]
    [InlineData("REPORTER@230402-s01", """["230402-s01"]""", """[false,false,false,true,false]""")]
    [InlineData("ANALYST@*", """["230400"]""", """[true,true,true,true,true]""")]
    [InlineData("VIEWER@999999", "[]", """[false,false,false,false,false]""")]
    public async Task A_reader_can_ask_where_its_reach_begins_and_whether_a_unit_lies_in_it(string caller, string topmost, string inReach)
    {
        var fields = string.Join(' ', units.Select((unit, i) => $$"""u{{i}}: orgUnit(id: "{{unit}}") { inReach }"""));

        var data = (await city.Server.AskAsync($$"""{ reach { id } {{fields}} }""", caller: caller)).GetProperty("data");

        Assert.Equal(topmost, JsonSerializer.Serialize(data.GetProperty("reach").EnumerateArray().Select(unit => unit.GetProperty("id").GetString())));
        Assert.Equal(inReach, JsonSerializer.Serialize(units.Select((_, i) => data.GetProperty($"u{i}").GetProperty("inReach").GetBoolean())));
    }

    [Fact]
    public async Task A_list_leaves_out_what_is_not_for_the_reader_and_a_unit_named_says_so()
    {
        const string points = """series { orgUnit { id } points { value suppression } }""";
        const string asked = """indicators: ["fitness.excellent_good_rate"], from: "2023", to: "2023" """;

        var answer = await city.Server.AskAsync(
            $$"""{ below: comparison(childrenOf: "230400", {{asked}}) { {{points}} } named: comparison(orgUnits: ["230404", "230402"], {{asked}}) { {{points}} } }""",
            caller: "ANALYST@230404");

        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(
            """{"below":{"series":[{"orgUnit":{"id":"230404"},"points":[{"value":12.17,"suppression":null}]}]},"named":{"series":[{"orgUnit":{"id":"230404"},"points":[{"value":12.17,"suppression":null}]},{"orgUnit":{"id":"230402"},"points":[{"value":null,"suppression":"NOT_PERMITTED"}]}]}}""",
            answer.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task A_refusal_names_the_code_the_path_the_unit_and_whom_to_ask_and_keeps_the_rest()
    {
        var answer = await city.Server.AskAsync(
            """{ mine: orgUnit(id: "230404") { problems { text } } theirs: orgUnit(id: "230402") { name findings { message } } }""", caller: "VIEWER@230404");

        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("""["theirs","findings"]""", error.GetProperty("path").GetRawText());
        Assert.Equal("""{"code":"FORBIDDEN","input":"230402"}""", error.GetProperty("extensions").GetRawText());
        Assert.Equal(
            "The figures of 230402 are not for you: your role, viewer, holds at 230404 and below. Ask an administrator of 230402 for a role there.",
            error.GetProperty("message").GetString());
        Assert.Equal("""{"name":"向阳区","findings":[]}""", answer.GetProperty("data").GetProperty("theirs").GetRawText());
        Assert.Equal(1, answer.GetProperty("data").GetProperty("mine").GetProperty("problems").GetArrayLength());
    }

    private static void AssertGiven(FieldRow row, string unit, JsonElement answer)
    {
        var text = answer.GetRawText();
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{row} of {unit}: {errors}");
        Assert.DoesNotContain("NOT_PERMITTED", text);
        if (!row.IsPublic)
            Assert.Contains(row.TellsOf(unit), text);
    }

    private static void AssertRefused(FieldRow row, string unit, JsonElement answer)
    {
        var text = answer.GetRawText();
        var told = text.Contains("FORBIDDEN", StringComparison.Ordinal) || text.Contains("NOT_PERMITTED", StringComparison.Ordinal);
        Assert.True(told || row.Field == "OrgUnit.version", $"{row} of {unit} says nothing of rights: {text}");
        Assert.DoesNotContain(RoleServer.RateOf(unit), text);
        Assert.DoesNotMatch("\"(value|numerator|denominator|reported|change|margin|amount|mean)\":[-0-9]", text);
        Assert.DoesNotMatch("\"(version|met|missed|noData|count|totalCount)\":[1-9]", text);
    }
}
