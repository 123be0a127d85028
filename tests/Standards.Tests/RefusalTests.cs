using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Standards.Tests;

/// <summary>A standard that cannot be assessed is refused with file, line and code.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Written = """
        standards:
          - code: test-2024
            name: 测试标准
            name_en: Test standard
            source: { document: 测试文件, number: 第一号 }
            version: { number: 1, from: 2024-01-01 }
            criteria:
              - { code: backbone, each_school: quality.backbone_teachers_per_100, at_least: { PRIMARY: 1 } }
              - { code: books, each_school: balance.books_per_student, at_least: { PRIMARY: 20 } }
              - code: one-of-two
                name: 两项至少一项
                name_en: One of two
                most_of: { indicator: balance.resource_targets_met, criteria: [backbone, books], rest_share: 0.85 }
                at_least: { PRIMARY: 1 }
              - { code: spread, spread: balance.books_per_student, at_most: { PRIMARY: 0.5 } }
              - { code: dropout, unit: dropout.rate, at_most: { PRIMARY: 0.6 } }
            not_computed:
              - { name: 满意度, name_en: Satisfaction, reason: 问卷, reason_en: A questionnaire }
        """;

    private readonly string directory = Directory.CreateTempSubdirectory("edu-standards-").FullName;

    [Fact]
    public void The_standard_as_written_is_read()
    {
        var catalogue = Assert.IsType<CatalogueReading.Complete>(Read(Written)).Catalogue;

        Assert.Equal(
            ["backbone-primary", "books-primary", "one-of-two-primary", "spread-primary", "dropout-primary"],
            catalogue.FindStandard("test-2024")!.Criteria.Select(criterion => criterion.Code));
        Assert.Equal("生均图书册数校际差异系数", catalogue.FindStandard("test-2024")!.FindCriterion("spread-primary")!.Name);
    }

    [Theory]
    [InlineData("each_school: quality.backbone_teachers_per_100", "each_school: quality.backbone", 8, "indicator 'quality.backbone' is unknown", "the nearest is")]
    [InlineData("each_school: quality.backbone_teachers_per_100, at_least", "at_least", 8, "0 kinds of criterion are given", "each_school")]
    [InlineData("balance.books_per_student, at_least: { PRIMARY: 20 }", "balance.books_per_student", 9, "0 comparisons are given", "at_most")]
    [InlineData("balance.books_per_student, at_least: { PRIMARY: 20 }", "balance.books_per_student, at_least: { KINDERGARTEN: 20 }", 9, "is not kept for KINDERGARTEN", "PRIMARY, JUNIOR")]
    [InlineData("balance.books_per_student, at_least: { PRIMARY: 20 }", "balance.books_per_student, at_least: { PRIMAR: 20 }", 9, "the key 'PRIMAR' is unknown", "PRIMARY")]
    [InlineData("balance.books_per_student, at_least: { PRIMARY: 20 }", "balance.books_per_student, at_least: many", 9, "at_least 'many' was given", "decimal")]
    [InlineData("code: books,", "code: backbone,", 9, "the criterion backbone-primary is defined already", "each code once")]
    [InlineData("[backbone, books]", "[backbone, boks]", 13, "there is no criterion 'boks-primary' above", "defined before")]
    [InlineData("rest_share: 0.85", "rest_share: 85", 13, "rest_share 85 was given", "0.85")]
    [InlineData("at_least: { PRIMARY: 1 }\n      - { code: spread", "at_least: { PRIMARY: 3 }\n      - { code: spread", 10, "3 of 2 criteria are asked for", "1 to 2")]
    [InlineData("spread: balance.books_per_student", "spread: staff.doctor_coverage", 15, "staff.doctor_coverage is no ratio", "denominator")]
    [InlineData("at_most: { PRIMARY: 0.5 }", "at_least: { PRIMARY: 0.5 }", 15, "a spread is to be large", "at_most")]
    [InlineData("name: 测试标准", "namee: 测试标准", 3, "the key 'namee' is unknown", "name")]
    [InlineData("code: test-2024", "code: Test 2024", 2, "code 'Test 2024' was given", "quality-balanced-2017")]
    [InlineData("source: { document: 测试文件, number: 第一号 }", "unconfirmed: true", 2, "source is missing", "document")]
    [InlineData("reason: 问卷, ", "", 18, "reason is missing", "why no figure")]
    public void A_fault_is_told_with_its_line_what_was_given_and_what_was_expected(
        string passage, string replacement, int line, string given, string expected)
    {
        Assert.Contains(passage, Written, StringComparison.Ordinal);

        var errors = Assert.IsType<CatalogueReading.Faulty>(Read(Written.Replace(passage, replacement, StringComparison.Ordinal))).Errors;

        var error = Assert.Single(errors, error => error.Given.Contains(given, StringComparison.Ordinal));
        Assert.Equal(("standards.yaml", line), (error.File, error.Line));
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
        Assert.NotNull(error.Code);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private CatalogueReading Read(string standards)
    {
        foreach (var shipped in Directory.EnumerateFiles(Shipped.Directory, "*.yaml"))
            File.Copy(shipped, Path.Combine(directory, Path.GetFileName(shipped)), overwrite: true);
        File.WriteAllText(Path.Combine(directory, "standards.yaml"), standards);
        return CatalogueReader.Read(directory);
    }
}
