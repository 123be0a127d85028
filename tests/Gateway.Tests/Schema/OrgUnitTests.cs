namespace EduAnalytics.Gateway.Tests.Schema;

public sealed class OrgUnitTests(EduServer server) : IClassFixture<EduServer>
{
    [Fact]
    public async Task A_unit_is_found_by_its_code_written_as_text_or_number()
    {
        var data = await server.DataAsync(
            """{ text: orgUnit(id: "230404") { id name nameEn level stages synthetic parent { id } } number: orgUnit(id: 230404) { id } none: orgUnit(id: "999999") { id } }""");

        Assert.Equal(
            """{"text":{"id":"230404","name":"南山区","nameEn":"Nanshan","level":"DISTRICT","stages":["PRIMARY","JUNIOR"],"synthetic":false,"parent":{"id":"230400"}},"number":{"id":"230404"},"none":null}""",
            data.GetRawText());
    }

    [Fact]
    public async Task A_total_over_generated_units_is_marked_as_they_are()
    {
        var data = await server.DataAsync("""{ city: orgUnit(id: "230400") { synthetic } school: orgUnit(id: "230402-s01") { synthetic } }""");

        Assert.Equal("""{"city":{"synthetic":true},"school":{"synthetic":true}}""", data.GetRawText());
    }

    [Fact]
    public async Task A_page_that_is_too_long_is_refused_with_the_limit_as_numbers_too()
    {
        var extensions = (await server.AskAsync("{ orgUnits(first: 501) { totalCount } }")).GetProperty("errors")[0].GetProperty("extensions");

        Assert.Equal(
            (501, 500, "Gateway:MaxPageSize"),
            (extensions.GetProperty("value").GetInt32(), extensions.GetProperty("limit").GetInt32(), extensions.GetProperty("setting").GetString()));
    }

    [Theory]
    [InlineData("""where: { level: DISTRICT }""", "230404 230402")]
    [InlineData("""where: { parent: "230404" }""", "230404-yifu-primary 230404-nanshan-primary 230404-no12-middle")]
    [InlineData("""where: { parent: "230404", stage: JUNIOR }""", "230404-no12-middle")]
    [InlineData("""where: { nameContains: "南山" }""", "230404 230404-nanshan-primary")]
    [InlineData("""where: { nameContains: "yifu" }""", "230404-yifu-primary")]
    [InlineData("""where: { level: SCHOOL, synthetic: true }""", "230402-s01")]
    [InlineData("""where: { level: SCHOOL }, order: [{ id: DESC }]""", "230404-yifu-primary 230404-no12-middle 230404-nanshan-primary 230402-s01")]
    [InlineData("""where: { level: SCHOOL, synthetic: false }, order: [{ name: ASC }]""", "230404-nanshan-primary 230404-no12-middle 230404-yifu-primary")]
    public async Task A_list_is_filtered_and_sorted(string arguments, string expected)
    {
        var data = await server.DataAsync($"{{ orgUnits({arguments}) {{ nodes {{ id }} totalCount }} }}");

        var list = data.GetProperty("orgUnits");
        var ids = list.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString());
        Assert.Equal(expected, string.Join(' ', ids));
        Assert.Equal(expected.Split(' ').Length, list.GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("""orgUnits(first: 501) { totalCount }""", "BAD_ARGUMENT", "A page has 0 to 500 units (Gateway:MaxPageSize); 501 were asked for.")]
    [InlineData("""orgUnits(first: -1) { totalCount }""", "BAD_ARGUMENT", "A page has 0 to 500 units (Gateway:MaxPageSize); -1 were asked for.")]
    [InlineData("""orgUnits(after: "x") { totalCount }""", "BAD_ARGUMENT", "'x' is no cursor of this list.")]
    [InlineData("""orgUnits(where: { parent: "999" }) { totalCount }""", "UNKNOWN_ORG_UNIT", "There is no org unit '999'. List them with orgUnits.")]
    public async Task A_list_that_cannot_be_had_is_refused_with_the_reason(string field, string code, string message)
    {
        var error = (await server.AskAsync($"{{ {field} }}")).GetProperty("errors")[0];

        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(message, error.GetProperty("message").GetString());
    }
}
