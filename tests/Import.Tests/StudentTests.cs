using System.Globalization;
using System.Text.Json;

namespace EduAnalytics.Import.Tests;

public sealed class StudentTests
{
    [Fact]
    public void Enrolment_is_read_from_a_register_in_Chinese() => Assert.Equal(
        """{"school":"230404-whole","student":"p-1","kind":"ENROLLED","date":"2024-09-01","grade":7,"sex":"FEMALE"}""",
        Assert.Single(Field.Clean("学校名称,学生编号,变动类型,变动日期,年级,性别\n九年一贯制学校,p-1,入学,2024年9月1日,初一,女\n")).GetRawText());

    [Fact]
    public void Enrolment_is_read_from_a_register_in_English() => Assert.Equal(
        """{"school":"230404-no12-middle","student":"p-2","kind":"DROPPED_OUT","date":"2024-03-04","reason":"moved"}""",
        Assert.Single(Field.Clean("School code\tStudent\tEvent\tDate\tReason\n230404-no12-middle\tp-2\tdropped out\t2024/3/4\tmoved\n")).GetRawText());

    [Theory]
    [InlineData("230404,p,入学,2024-09-01,3", "row 2, column 1 (学校): '230404' stands there; expected: a school; 南山区 is a District")]
    [InlineData("逸夫小学,,入学,2024-09-01,3", "row 2, column 2 (学生): '' stands there; expected: a pseudonymous id of 1 to 64 characters")]
    [InlineData("逸夫小学,p,休学,2024-09-01,3", "row 2, column 3 (事件): '休学' stands there; expected: ENROLLED 入学, DROPPED_OUT 辍学, RETURNED 复学, TRANSFERRED_OUT 转出 or GRADUATED 毕业")]
    [InlineData("逸夫小学,p,入学,04/09/2024,3", "row 2, column 4 (日期): '04/09/2024' stands there; expected: a date such as 2024-05-22, 2024/5/22, 20240522 or 2024年5月22日")]
    [InlineData("逸夫小学,p,入学,2025-09-01,3", "row 2, column 4 (日期): '2025-09-01' stands there; expected: a date that has come; today is 2024-11-20")]
    [InlineData("逸夫小学,p,入学,2024-09-01,8", "row 2, column 5 (年级): '8' stands there; expected: a grade that is taught at 逸夫小学 (Primary)")]
    [InlineData("九年一贯制学校,p,入学,2024-09-01,", "row 2, column 5 (年级): '' stands there; expected: the student's grade, since 九年一贯制学校 teaches several stages")]
    public void A_wrong_cell_is_told_with_its_place_and_what_was_expected(string row, string problem) =>
        Assert.Equal(problem, Field.Problem($"学校,学生,事件,日期,年级\n{row}\n"));

    [Fact]
    public void A_mapping_explains_a_files_own_words_and_dates()
    {
        const string mapping = """
            kind: enrolment
            dates: dd/MM/yyyy
            orgUnit: 230404-yifu-primary
            columns:
              Pseudonym No: student
              What: kind
              When: date
            words: { left: DROPPED_OUT }
            """;

        var line = Assert.Single(Field.Clean("Pseudonym No,What,When\np-3,left,04/09/2024\n", mapping));

        Assert.Equal(("DROPPED_OUT", "2024-09-04"), (line.GetProperty("kind").GetString(), line.GetProperty("date").GetString()));
    }

    [Fact]
    public void Fitness_is_read_by_total_score() => Assert.Equal(
        """{"school":"230404-yifu-primary","student":"p-4","testedOn":"2024-10-09","grade":4,"sex":"MALE","score":89.5}""",
        Assert.Single(Field.Clean("学校,学生,测试日期,年级,性别,总分\n逸夫小学,p-4,2024-10-09,四年级,男,89.5\n")).GetRawText());

    [Fact]
    public void Fitness_is_read_by_items_with_times_as_people_write_them()
    {
        var items = Field.Catalogue.Fitness!.Items;
        var timed = items.First(item => item is { Unit: "s", Decimals: 0 });
        var counted = items.First(item => item is { Unit: not "s", Decimals: 0 });

        var line = Assert.Single(Field.Clean($"学校,学生,日期,年级,性别,身高(cm),体重(kg),{timed.Name},{counted.Code}\n第十二中学,p-5,2024-10-09,初二,男,160.5,48,3′45″,2450\n"));

        var values = line.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("item").GetString()!, item => item.GetProperty("value").GetDecimal());
        Assert.Equal(225, values[timed.Code]);
        Assert.Equal(2450, values[counted.Code]);
        Assert.Equal((160.5m, 48m), (values["height_cm"], values["weight_kg"]));
    }

    [Fact]
    public void A_student_without_a_result_was_not_tested() =>
        Assert.Equal((0, 1), (Field.Read("学校,学生,日期,年级,性别,总分\n逸夫小学,p,2024-10-09,4,男,\n").Lines.Count, (int)Field.Read("学校,学生,日期,年级,性别,总分\n逸夫小学,p,2024-10-09,4,男,\n").Report.Tally.Empty));

    [Fact]
    public void Ten_thousand_rows_give_ten_thousand_lines_in_their_order()
    {
        var rows = Enumerable.Range(0, 10_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"逸夫小学,p{number},入学,2024-09-01,3"));

        var lines = Field.Clean($"学校,学生,事件,日期,年级\n{string.Join('\n', rows)}");

        Assert.Equal(Enumerable.Range(0, 10_000).Select(number => $"p{number}"), lines.Select((JsonElement line) => line.GetProperty("student").GetString()));
    }
}
