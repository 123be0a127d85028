using EduAnalytics.Dashboard.Origin;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Tests.Origin;

public sealed class FormulaNamesTests
{
    private static readonly FormulaTerm[] terms =
        [new("school.books", "图书", "Books"), new("students.enrolled", "在校生", "Enrolled students")];

    [Theory]
    [InlineData("school.books ÷ students.enrolled = 6 ÷ 2 = 3", "图书 ÷ 在校生 = 6 ÷ 2 = 3")]
    [InlineData("change of school.books ÷ students.enrolled = 3 − 2 = 1", "图书 ÷ 在校生 较上年的变化 = 3 − 2 = 1")]
    [InlineData("coefficient of variation of school.books ÷ students.enrolled", "图书 ÷ 在校生 的差异系数")]
    [InlineData("mean of the 2 coefficients √(Σn(x − x̄)² ÷ Σn) ÷ x̄ over schools, x = school.books; students.enrolled", "2 个差异系数的平均值： √(Σn(x − x̄)² ÷ Σn) ÷ x̄ （各学校之间）, x = 图书; 在校生")]
    [InlineData("number of targets met: school.books, students.enrolled = 1 of 2 = 1", "达标指标数：图书, 在校生 = 2 项中的 1 项 = 1")]
    [InlineData("number of targets met: school.books = — of 1", "达标指标数：图书 = 1 项中的 — 项")]
    [InlineData("largest of 7 values", "7 个数值中的最大值")]
    [InlineData("stated by the authority = 5", "由上级单位直接填报 = 5")]
    public void A_formula_is_told_in_the_readers_language(string formula, string chinese) =>
        Assert.Equal(chinese, new FormulaNames(terms, Visitor.From("zh", null)).In(formula));

    [Fact]
    public void What_is_said_in_English_already_is_not_said_twice() =>
        Assert.Null(new FormulaNames(terms, Visitor.From("en", null)).In("largest of 7 values"));
}
