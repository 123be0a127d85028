using System.Text;

namespace EduAnalytics.Import.Tests;

/// <summary>How files are written: encodings, separators, quotes, signs.</summary>
public sealed class FormTests
{
    private const string Table = "区县,年份,在校学生数\n南山区,2023,900\n";

    [Fact]
    public void A_file_of_an_older_office_program_is_read_as_GB18030()
    {
        var (report, lines) = Field.Read(Table, null, CodePagesEncodingProvider.Instance.GetEncoding("GB18030"));

        Assert.Equal("gb18030", report.File.Encoding.WebName, ignoreCase: true);
        Assert.Single(lines);
    }

    [Fact]
    public void Marks_of_byte_order_are_no_part_of_the_first_heading()
    {
        Assert.Single(Field.Clean(Table, null, new UTF8Encoding(true)));
        Assert.Single(Field.Clean(Table, null, Encoding.Unicode));
    }

    [Fact]
    public void A_character_across_two_reads_does_not_make_a_file_GB18030()
    {
        // The first read takes a mebibyte; the padding shifts a three-byte character across its end in one of three cases.
        for (var shift = 0; shift < 3; shift++)
        {
            var text = new StringBuilder("区县,年份,在校学生数,备注\n").Append('x', shift);
            while (text.Length < 400_000)
                text.Append("南山区,2023,,备注备注备注备注\n");
            Assert.Equal("utf-8", Field.Read(text.ToString()).Report.File.Encoding.WebName);
        }
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    public void Tabs_and_semicolons_separate_too(char separator) => Assert.Single(Field.Clean(Table.Replace(',', separator)));

    [Fact]
    public void Quotes_hold_separators_line_breaks_and_quotes() => Assert.Equal(
        "他说：\"900, 不多\"\n也不少",
        Assert.Single(Field.Clean("区县,年份,在校学生数,备注\n南山区,2023,900,\"他说：\"\"900, 不多\"\"\n也不少\"\n")).GetProperty("quote").GetString());

    [Fact]
    public void A_row_behind_a_broken_line_keeps_its_number() => Assert.StartsWith(
        "row 4, column 3",
        Field.Problem("区县,年份,在校学生数,备注\n南山区,2023,900,\"一\n二\"\n向阳区,2023,many,\n"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("９００", 900)]
    [InlineData("1 250", 1250)]
    [InlineData("\"1，250\"", 1250)]
    [InlineData("1e3", 1000)]
    public void Numbers_may_be_full_width_and_grouped(string cell, int value) =>
        Assert.Equal(value, Assert.Single(Field.Clean($"区县,年份,在校学生数\n南山区,2023,{cell}\n")).GetProperty("value").GetInt32());

    [Fact]
    public void Decimal_commas_and_Chinese_units_are_read_where_the_mapping_says_so()
    {
        Assert.Equal(28.8m, Assert.Single(Field.Clean("区县;年份;公办园在园幼儿占比\n南山区;2023;28,8 %\n", "decimal: comma")).GetProperty("value").GetDecimal());
        Assert.Equal(224_500m, Assert.Single(Field.Clean("区县,年份,finance.allocated\n南山区,2023,22.45万\n", "chineseUnits: true")).GetProperty("value").GetDecimal());
        Assert.Contains("'22.45万'", Field.Problem("区县,年份,finance.allocated\n南山区,2023,22.45万\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_headings_is_refused_with_what_is_needed() =>
        Assert.Contains("Students need a student column", Field.Problem("1,2,3\n4,5,6\n"), StringComparison.Ordinal);

    [Fact]
    public void The_same_content_has_the_same_name_and_another_reading_another()
    {
        Assert.Equal(Field.Read(Table).Report.StreamName, Field.Read(Table).Report.StreamName);
        Assert.NotEqual(Field.Read(Table).Report.StreamName, Field.Read(Table + "向阳区,2023,1\n").Report.StreamName);
        Assert.NotEqual(Field.Read(Table).Report.StreamName, Field.Read(Table, "section: 一").Report.StreamName);
    }
}
