namespace EduAnalytics.Import.Tests;

public sealed class FigureTests
{
    [Fact]
    public void A_long_table_has_an_indicator_a_period_and_a_value_in_each_row() => Assert.Equal(
        ["230404 preschool.public_share 2023 - 28.8", "230404-yifu-primary students.enrolled 2023 PRIMARY 1250"],
        Field.Clean("单位,指标,年份,学段,数值\n南山区,公办园在园幼儿占比,2023年,,28.8%\n逸夫小学,students.enrolled,2023,小学,\"1,250\"\n").Select(Field.Figure));

    [Fact]
    public void A_wide_table_has_years_as_columns() => Assert.Equal(
        ["230404 students.enrolled 2022 PRIMARY 900", "230404 students.enrolled 2023 PRIMARY 880"],
        Field.Clean("区县,指标,学段,2022年,2023年\n南山区,在校学生数,小学,900,880\n").Select(Field.Figure));

    [Fact]
    public void A_wide_table_has_measures_as_columns() => Assert.Equal(
        ["230404 students.enrolled 2023 - 900", "230404 students.dropped_out 2023 - 2"],
        Field.Clean("district;year;Students enrolled;students.dropped_out\nNanshan;2023;900;2\n").Select(Field.Figure));

    [Fact]
    public void Titles_above_the_headings_are_passed_over() =>
        Assert.Single(Field.Clean("2023年南山区教育统计,,\n单位：人,,\n区县,年度,在校学生数\n南山区,2023,900\n"));

    [Fact]
    public void Total_rows_are_left_out_and_counted()
    {
        var (report, lines) = Field.Read("区县,年份,在校学生数\n南山区,2023,900\n合 计,2023,900\nTotal,2023,900\n");

        Assert.Single(lines);
        Assert.Equal(2, report.Tally.TotalRows);
    }

    [Theory]
    [InlineData("s")]
    [InlineData("*")]
    [InlineData("—")]
    [InlineData("<5")]
    [InlineData("＜5")]
    public void A_suppressed_cell_is_not_given_and_never_zero(string cell)
    {
        var (report, lines) = Field.Read($"区县,年份,在校学生数,辍学学生数\n南山区,2023,900,{cell}\n");

        Assert.Equal("230404 students.enrolled 2023 - 900", Assert.Single(lines).Figure());
        Assert.Equal((1, 0), (report.Tally.Suppressed, report.ProblemCount));
    }

    [Fact]
    public void An_empty_cell_is_not_given() => Assert.Equal(1, Field.Read("区县,年份,在校学生数,辍学学生数\n南山区,2023,900,\n").Report.Tally.Empty);

    [Theory]
    [InlineData("九百", "row 2, column 3 (在校学生数): '九百' stands there; expected: a number such as 1234.5 or 1,234.5")]
    [InlineData("12%", "row 2, column 3 (在校学生数): '12%' stands there; expected: a number such as 1234.5 or 1,234.5")]
    [InlineData("\"1,5\"", "row 2, column 3 (在校学生数): '1,5' stands there; expected: a number such as 1234.5 or 1,234.5")]
    [InlineData("9.5", "row 2, column 3 (在校学生数): '9.5' stands there; expected: students.enrolled counts whole students; 9.5 was given.")]
    public void A_wrong_value_is_told_with_its_place_and_what_was_expected(string cell, string problem) =>
        Assert.Equal(problem, Field.Problem($"区县,年份,在校学生数\n南山区,2023,{cell}\n"));

    [Theory]
    [InlineData("火星区", "row 2, column 1 (区县): '火星区' stands there; expected: the code or name of an org unit that the system knows")]
    [InlineData("实验小学", "row 2, column 1 (区县): '实验小学' stands there; expected: a code, since several units bear this name: 230402-s01, 230404-s02")]
    public void A_unit_that_cannot_be_told_is_named(string unit, string problem) =>
        Assert.Equal(problem, Field.Problem($"区县,年份,在校学生数\n{unit},2023,900\n"));

    [Fact]
    public void A_period_that_the_measure_is_not_kept_by_is_refused_as_the_system_would() => Assert.Equal(
        "row 2, column 2 (年份): '2023-2024学年' stands there; expected: health.screened is kept by year (2023); SY2023 is none.",
        Field.Problem("区县,年份,视力筛查人数\n南山区,2023-2024学年,900\n"));

    [Fact]
    public void The_same_figure_twice_is_found_across_rows() => Assert.Equal(
        "row 3, column 3 (在校学生数): '901' stands there; expected: each figure once; row 2 states students.enrolled for 2023 already",
        Field.Problem("区县,年份,在校学生数\n南山区,2023,900\n230404,2023,901\n"));

    [Fact]
    public void A_row_with_a_problem_gives_no_line_and_the_others_do()
    {
        var (report, lines) = Field.Read("区县,年份,在校学生数,辍学学生数\n南山区,2023,900,x1\n向阳区,2023,800,1\n");

        Assert.Equal(2, lines.Count);
        Assert.Equal((1, 1), (report.Tally.BadRows, report.ProblemCount));
    }

    [Fact]
    public void A_heading_in_ten_thousands_wants_its_scale_stated()
    {
        const string file = "区县,年份,教育资金拨付（万元）\n南山区,2023,\"6,217.19\"\n";

        Assert.Contains("scale: 万", Field.Problem(file), StringComparison.Ordinal);
        Assert.Equal(
            "230404 finance.allocated 2023 - 62171900",
            Assert.Single(Field.Clean(file, "columns:\n  教育资金拨付（万元）: { is: finance.allocated, scale: 万 }\n")).Figure());
    }
}
