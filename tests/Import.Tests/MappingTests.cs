using EduAnalytics.Import.Mappings;

namespace EduAnalytics.Import.Tests;

public sealed class MappingTests
{
    [Theory]
    [InlineData("kind: students", "mapping.yaml:1: 'kind' is 'students'; expected: figures, enrolment, fitness, orgUnits")]
    [InlineData("section: 一\nperiod: soon", "mapping.yaml:2: 'period' is 'soon'; expected: a period such as 2023")]
    [InlineData("columns:\n  拨款: { is: finance.allocated, scale: many }", "mapping.yaml:2: 'scale' is 'many'; expected: 千, 万, 百万, 亿 or a number")]
    [InlineData("columns:\n  拨款: { scale: 万 }", "mapping.yaml:2: '拨款' does not say what it is: { is: finance.allocated, scale: 万 }")]
    [InlineData("suppressed: s", "mapping.yaml:1: 'suppressed' takes a list such as [s, \"*\"]")]
    [InlineData("separator: pipe", "mapping.yaml:1: 'separator' is 'pipe'; expected: comma or tab or semicolon")]
    [InlineData("columns:\n  : school", "mapping.yaml:1: this is no YAML")]
    [InlineData("columns:\n  [a, b]: school", "mapping.yaml:2: a heading is one word or phrase")]
    [InlineData("just words", "mapping.yaml:1: the file holds no keys; see docs/import.md for what a mapping says")]
    public void What_is_wrong_is_told_with_file_and_line(string text, string error) => Assert.Equal(error, Assert.Single(Errors(text)));

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("columns: {a: ", 100_000)]
    [InlineData("&a [*a, ", 1_000)]
    [InlineData("- ", 100_000)]
    public void What_is_nested_without_end_is_refused_and_ends_nothing(string part, int times) =>
        Assert.StartsWith("mapping.yaml:", Assert.Single(Errors(string.Concat(Enumerable.Repeat(part, times)))), StringComparison.Ordinal);

    [Fact]
    public void A_mapping_that_holds_itself_is_refused() =>
        Assert.All(Errors("columns: &a { 学校: *a }"), error => Assert.StartsWith("mapping.yaml:1: ", error, StringComparison.Ordinal));

    [Fact]
    public void A_key_that_nobody_knows_is_refused_with_those_that_are_known() =>
        Assert.StartsWith("mapping.yaml:2: there is no key 'colums'; the keys here are kind, sheet,", Assert.Single(Errors("kind: figures\ncolums: {}")), StringComparison.Ordinal);

    [Fact]
    public void All_faults_are_told_at_once() => Assert.Equal(2, Errors("kind: x\nheader: 0").Count());

    [Fact]
    public void JSON_is_read_as_well() =>
        Assert.Equal(ImportKind.Fitness, Field.MappingOf("""{ "kind": "fitness", "columns": { "分": "score" } }""").Kind);

    [Fact]
    public void A_column_of_years_and_stages_is_mapped_to_measure_period_and_stage() => Assert.Equal(
        ["230404 students.enrolled 2022 PRIMARY 9", "230404 students.enrolled 2023 JUNIOR 8"],
        Field.Clean(
            "地区,小学22,初中23\n南山区,9,8\n",
            "columns:\n  小学22: { is: students.enrolled, period: 2022, stage: 小学 }\n  初中23: { is: 在校学生数, period: 2023, stage: JUNIOR }\n").Select(Field.Figure));

    [Theory]
    [InlineData("kind: figures\ncolumns:\n  Unit: nonsense", "mapping.yaml:3: 'Unit' is 'nonsense'; expected: a role (")]
    [InlineData("columns:\n  宝藏: { is: treasure.chests, scale: 万 }", "mapping.yaml:2: '宝藏' is 'treasure.chests'; expected: a role (")]
    [InlineData("columns:\n  序号: 7", "mapping.yaml:2: '序号' is '7'; expected: a role (")]
    [InlineData("columns:\n  序号: figure", "mapping.yaml:2: '序号' is 'figure'; expected: a role (")]
    [InlineData("columns:\n  序号: [name, code]", "mapping.yaml:2: '序号' does not say what it is")]
    public void A_column_that_is_said_to_be_nothing_known_is_told_with_file_and_line(string text, string error) =>
        Assert.StartsWith(error, Assert.Single(Errors(text)), StringComparison.Ordinal);

    [Fact]
    public void What_a_column_can_be_is_told() =>
        Assert.Matches(@"expected: a role \(ignored, orgUnit, .*synthetic\), a period, or the code or name of a measure, an indicator or a fitness item$", Assert.Single(Errors("columns: { Unit: nonsense }")));

    [Fact]
    public void A_column_of_another_kind_of_file_is_told_at_its_heading() => Assert.Equal(
        "row 1, column 3: '快跑' stands there; expected: the code or name of a measure or indicator of the catalogue; it knows no 'bmi'",
        Field.Problem("区县,年份,快跑\n南山区,2023,9\n", "columns: { 快跑: bmi }"));

    private static IEnumerable<string> Errors(string text) =>
        Assert.IsType<MappingReading.Faulty>(MappingReader.Read(new StringReader(text), "mapping.yaml", Field.Knowledge.Codes)).Errors.Select(error => error.ToString());
}
