using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Standards.Tests;

/// <summary>What is added to the catalogue in a file of its own, and no line of code.</summary>
public sealed class AddedFileTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("edu-added-").FullName;

    [Theory]
    [InlineData("{ sum: [facilities.books, facilities.books] }", "volumes", 2800)]
    [InlineData("{ ratio: { numerator: facilities.books, denominator: students.enrolled, scale: 1 } }", "volumes", 7)]
    [InlineData("{ per_hundred: { of: teachers.backbone, over: students.enrolled } }", "people", 3)]
    [InlineData("{ share_of_schools: teachers.backbone }", "percent", 50)]
    [InlineData("{ ratio_of_averages: { numerator: { average: staff.teacher_pay_average, over: staff.teachers_established }, denominator: { average: staff.civil_servant_pay_average, over: staff.civil_servants_established } } }", "ratio", 1.25)]
    [InlineData("{ variation: { numerator: facilities.books, denominator: students.enrolled, scale: 1 } }", "ratio", 0.4286)]
    [InlineData("{ mean_of: [{ variation: { numerator: facilities.books, denominator: students.enrolled, scale: 1 } }, { variation: { numerator: teachers.backbone, denominator: students.enrolled, scale: 1 } }] }", "ratio", 0.7143)]
    [InlineData("{ change: { sum: [facilities.books] } }", "volumes", 400)]
    [InlineData("{ targets_met: [quality.backbone_teachers_per_100] }", "count", 1)]
    public void An_indicator_of_every_kind_of_formula_has_a_value(string formula, string unit, double expected)
    {
        var catalogue = ReadWith(Indicator(formula, unit)) switch
        {
            CatalogueReading.Complete complete => complete.Catalogue,
            CatalogueReading.Faulty faulty => throw new CatalogueFaultyException(directory, faulty.Errors),
            var other => throw new InvalidOperationException($"{other}"),
        };

        var stage = formula.Contains("staff.", StringComparison.Ordinal) ? (SchoolStage?)null : SchoolStage.Primary;
        var value = IndicatorCalculator.Evaluate(catalogue.FindIndicator("test.added")!, TestDistrict.Year, stage, District(catalogue).Measures());

        Assert.Equal((decimal)expected, Math.Round(value.Value!.Value, 4));
    }

    [Fact]
    public void An_entry_of_the_file_stands_in_for_the_catalogues_own_of_the_same_code()
    {
        var reading = ReadWith(Indicator("{ sum: [facilities.books] }", "volumes").Replace("test.added", "balance.books_held", StringComparison.Ordinal));
        var before = Shipped.Catalogue.Indicators.Length;

        Assert.Equal(before + 1, Assert.IsType<CatalogueReading.Complete>(reading).Catalogue.Indicators.Length);
        var unit = ReadWith("units:\n  - { code: volumes, name: 册数, name_en: volumes, whole: true, additive: true }\n");
        var read = Assert.IsType<CatalogueReading.Complete>(unit).Catalogue;
        Assert.Equal("册数", read.Units.Single(one => one.Code == "volumes").Name);
    }

    [Fact]
    public void A_fault_is_told_with_the_files_name_the_line_and_the_code()
    {
        var error = Assert.Single(Assert.IsType<CatalogueReading.Faulty>(ReadWith(Indicator("{ sum: [facilities.bookz] }", "volumes"))).Errors);

        Assert.Equal("added.yaml:10: test.added: measure 'facilities.bookz' is unknown; expected a measure of the catalogue; the nearest is facilities.books.", error.ToString());
    }

    [Theory]
    [InlineData("something: []\n", "the file has none of the catalogue's keys at its top, or several")]
    [InlineData("- a\n", "the file holds no mapping")]
    public void A_file_of_something_else_is_refused(string text, string given) =>
        Assert.Equal(given, Assert.Single(Assert.IsType<CatalogueReading.Faulty>(ReadWith(text)).Errors).Given);

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.Equal("there is no such file", Assert.Single(
            Assert.IsType<CatalogueReading.Faulty>(CatalogueReader.ReadWith(Shipped.Directory, Path.Combine(directory, "nowhere.yaml"))).Errors).Given);

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private CatalogueReading ReadWith(string text)
    {
        var file = Path.Combine(directory, "added.yaml");
        File.WriteAllText(file, text);
        return CatalogueReader.ReadWith(Shipped.Directory, file);
    }

    private static TestDistrict District(Catalogue catalogue) => new TestDistrict(catalogue)
        .WithSchool("230404-s0", SchoolStage.Primary, ("students.enrolled", 100), ("facilities.books", 1000), ("teachers.backbone", 6), ("staff.school_doctors", 1))
        .WithSchool("230404-s1", SchoolStage.Primary, ("students.enrolled", 100), ("facilities.books", 400), ("teachers.backbone", 0), ("staff.school_doctors", 0))
        .Stating("facilities.books", SchoolStage.Primary, 1000, Period.OfYear(2023))
        .Stating("staff.teacher_pay_average", null, 100_000).Stating("staff.civil_servant_pay_average", null, 80_000);

    private static string Indicator(string formula, string unit) => $$"""
        indicators:
          - code: test.added
            name: 新增指标
            name_en: Added indicator
            group: quality
            unit: {{unit}}
            decimals: 4
            direction: HIGHER_IS_BETTER
            period_types: [YEAR]
            formula: {{formula}}
            {{(formula.Contains("staff.", StringComparison.Ordinal) ? "" : "stages: [PRIMARY]")}}
            definition: 由目录文件新增。
            definition_en: Added by a file of the catalogue.
            version: { number: 1, from: 2024-01-01 }
        """;
}
