using EduAnalytics.Import.Tables;
using static EduAnalytics.Import.Tests.Workbook;

namespace EduAnalytics.Import.Tests;

public sealed class WorkbookTests
{
    private static readonly string headings = Row(1, Text("区县"), Text("年份"), Text("公办园在园幼儿占比"), Text("在校学生数"));

    [Fact]
    public void A_cell_shown_in_percent_is_read_as_the_clerk_sees_it()
    {
        var (report, lines) = Field.Read(Of(("表", headings + Row(2, Text("南山区"), Number("2023"), Percent("0.28800000000000003"), Number("900")))));

        Assert.Equal("", string.Join('\n', report.Problems));
        Assert.Equal(["230404 preschool.public_share 2023 - 28.8", "230404 students.enrolled 2023 - 900"], lines.Select(Field.Figure));
    }

    [Fact]
    public void A_problem_names_the_columns_letter() => Assert.Equal(
        "row 2, column D (在校学生数): 'many' stands there; expected: a number such as 1234.5 or 1,234.5",
        Assert.Single(Field.Read(Of(("表", headings + Row(2, Text("南山区"), Number("2023"), Percent("0.3"), Text("many"))))).Report.Problems).ToString());

    [Fact]
    public void A_date_cell_is_a_date()
    {
        var rows = Row(1, Text("学校"), Text("学生"), Text("事件"), Text("日期"), Text("年级")) + Row(2, Text("逸夫小学"), Text("p-1"), Text("入学"), Date(45_536), Number("3"));

        Assert.Equal("2024-09-01", Assert.Single(Field.Read(Of(("表", rows))).Lines).GetProperty("date").GetString());
    }

    [Fact]
    public void The_mapping_chooses_the_sheet_and_a_wrong_one_is_told_with_those_there_are()
    {
        var file = Of(("封面", Row(1, Text("说明"))), ("数据", headings + Row(2, Text("南山区"), Number("2023"), Percent("0.3"), Number("900"))));

        Assert.Equal(2, Field.Read(file, "sheet: 数据").Lines.Count);
        Assert.Equal("The workbook has no sheet '数'; its sheets are 封面, 数据.", Assert.Throws<TableFileException>(() => Field.Read(file, "sheet: 数")).Message);
    }

    [Fact]
    public void A_broken_workbook_is_told_in_a_sentence() =>
        Assert.StartsWith("The file is no workbook that can be read:", Assert.Throws<TableFileException>(() => Field.Read("PK\u0003\u0004 and nothing else"u8.ToArray())).Message, StringComparison.Ordinal);
}
