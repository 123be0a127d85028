using System.Text.Json;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Tests.GraphQL;

public sealed class GraphQLAnswerTests
{
    [Fact]
    public void Enums_are_read_as_the_schema_writes_them()
    {
        var answer = Parse("""{"data":{"id":"1","name":"n","nameEn":null,"level":"DISTRICT","synthetic":true}}""");

        Assert.Equal(new OrgUnit("1", "n", null, OrgUnitLevel.District, true), answer.Read<OrgUnit>());
    }

    [Fact]
    public void Half_an_answer_is_not_taken_for_a_whole_one()
    {
        var answer = Parse("""{"data":{"id":"1"},"errors":[{"message":"no","extensions":{"code":"UNKNOWN_ORG_UNIT"}}]}""");

        var refused = Assert.Throws<GraphQLRefusedException>(answer.Read<OrgUnit>);
        Assert.Equal("UNKNOWN_ORG_UNIT", Assert.Single(refused.Errors).Code);
        Assert.Equal((TroubleKind.Refused, "no"), (Trouble.Of(refused).Kind, Trouble.Of(refused).Message));
    }

    [Fact]
    public void A_page_over_many_units_takes_what_is_in_reach_and_no_other_half_answer()
    {
        const string data = """ "data":{"id":"1","name":"n","nameEn":null,"level":"DISTRICT","synthetic":true} """;
        var within = Parse("{" + data + ""","errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}]}""");
        var broken = Parse("{" + data + ""","errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}},{"message":"late","extensions":{"code":"TIMED_OUT"}}]}""");
        var nothing = Parse("""{"data":null,"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}]}""");

        Assert.Equal("1", within.ReadWithinReach<OrgUnit>().Id);
        Assert.Throws<GraphQLRefusedException>(within.Read<OrgUnit>);
        Assert.Equal("TIMED_OUT", Assert.Single(Assert.Throws<GraphQLRefusedException>(broken.ReadWithinReach<OrgUnit>).Errors).Code);
        Assert.Equal("FORBIDDEN", Assert.Single(Assert.Throws<GraphQLRefusedException>(nothing.ReadWithinReach<OrgUnit>).Errors).Code);
    }

    [Fact]
    public void A_page_over_many_units_can_do_without_those_that_did_not_answer_and_knows_which()
    {
        var answer = Parse("""
            {"data":{"id":"1","name":"n","nameEn":null,"level":"DISTRICT","synthetic":true},
             "errors":[{"message":"late","extensions":{"code":"TIMED_OUT","orgUnit":"230402"}}]}
            """);

        Assert.Equal("1", answer.WithoutSilent(out var silent).Read<OrgUnit>().Id);
        Assert.Equal(["230402"], silent);
        var trouble = Trouble.Of(Assert.Throws<GraphQLRefusedException>(answer.Read<OrgUnit>));
        Assert.Equal((TroubleKind.Silent, "late"), (trouble.Kind, trouble.Message));
    }

    [Theory]
    [InlineData("""{"data":null,"errors":[{"message":"late","extensions":{"code":"TIMED_OUT","orgUnit":"230402"}}]}""")]
    [InlineData("""{"data":{"id":"1","name":"n","nameEn":null,"level":"DISTRICT","synthetic":true},"errors":[{"message":"late","extensions":{"code":"TIMED_OUT"}}]}""")]
    public void But_not_with_nothing_and_not_where_it_is_not_said_who_is_missing(string json) =>
        Assert.Throws<GraphQLRefusedException>(Parse(json).WithoutSilent(out _).Read<OrgUnit>);

    [Fact]
    public void A_fault_of_the_gateway_shows_its_number_and_not_its_words()
    {
        var answer = Parse("""{"errors":[{"message":"Something broke.","extensions":{"code":"INTERNAL","reference":"4711"}}]}""");

        Assert.Equal(
            new Trouble(TroubleKind.Fault, null, "4711"), Trouble.Of(Assert.Throws<GraphQLRefusedException>(answer.Read<OrgUnit>)));
    }

    [Fact]
    public void What_is_no_GraphQL_is_not_read_as_one() =>
        Assert.Throws<GraphQLUnreachableException>(() => Parse("\"<html>\""));

    private static GraphQLAnswer Parse(string json) => AnswerJson.ReadAnswer(JsonSerializer.Deserialize<JsonElement>(json));
}
