namespace EduAnalytics.Import.Tests;

public sealed class OrgUnitTests
{
    [Fact]
    public void A_city_of_another_country_is_read_without_a_line_of_code()
    {
        var lines = Field.Clean(
            """
            code;name;nameEn;parent;level;stages;synthetic
            xx-lindhagen;Lindhagen;Lindhagen;;CITY;;yes
            xx-norr;Norra distriktet;North District;xx-lindhagen;DISTRICT;;yes
            xx-norr-berg;Bergskolan;Mountain School;xx-norr;SCHOOL;PRIMARY, JUNIOR;yes
            """);

        Assert.Equal(
            """{"code":"xx-norr-berg","name":"Bergskolan","nameEn":"Mountain School","parent":"xx-norr","level":"SCHOOL","stages":["PRIMARY","JUNIOR"],"synthetic":true}""",
            lines[2].GetRawText());
    }

    [Theory]
    [InlineData("A 1,学校,230404,SCHOOL,PRIMARY", "column 1")]
    [InlineData("a-1,学校,nowhere,SCHOOL,PRIMARY", "a-1 is a School and stands under a District that is registered before it.")]
    [InlineData("a-1,学校,230404,SCHOOL,", "Say which stages 学校 teaches.")]
    [InlineData("a-1,学校,230404,CAMPUS,PRIMARY", "expected: CITY 市, DISTRICT 区 or SCHOOL 学校")]
    [InlineData("a-1,,230404,SCHOOL,PRIMARY", "a-1 has no name.")]
    public void An_impossible_unit_is_told(string row, string says) =>
        Assert.Contains(says, Field.Problem($"代码,名称,上级,层级,学段\n{row}\n"), StringComparison.Ordinal);

    [Fact]
    public void A_school_year_of_another_country_is_read_as_a_school_year()
    {
        Assert.True(Cells.PeriodCell.TryParse("2023/24", out var slashed));
        Assert.True(Cells.PeriodCell.TryParse("2023–2024", out var dashed));
        Assert.Equal(("SY2023", "SY2023"), (slashed.ToString(), dashed.ToString()));
        Assert.False(Cells.PeriodCell.TryParse("2023-2025", out _));
    }
}
