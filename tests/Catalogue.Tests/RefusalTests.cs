using EduAnalytics.Grains.Catalogues;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Catalogue.Tests;

public sealed class RefusalTests : IDisposable
{
    private readonly WrittenCatalogue written = new();

    public void Dispose() => written.Dispose();

    [Theory]
    [InlineData("unit: percent", "unit: percnt", 6, "unit 'percnt' is unknown", "percent")]
    [InlineData("group: retention", "group: retentoin", 5, "group 'retentoin' is unknown", "retention")]
    [InlineData("name_en: Dropout rate", "nmae_en: Dropout rate", 4, "the key 'nmae_en' is unknown", "name_en")]
    [InlineData("    name_en: Dropout rate\n", "", 2, "name_en is missing", "the English name")]
    [InlineData("name: 辍学率", "name:", 3, "name is empty", "the Chinese name")]
    [InlineData("decimals: 2", "decimals: 9", 7, "decimals '9' was given", "a whole number from 0 to 6")]
    [InlineData("decimals: 2", "decimals: two", 7, "decimals 'two' was given", "a whole number from 0 to 6")]
    [InlineData("direction: LOWER_IS_BETTER", "direction: DOWN", 8, "direction 'DOWN' was given", "HIGHER_IS_BETTER")]
    [InlineData("period_types: [YEAR]", "period_types: [YEER]", 9, "period_types 'YEER' is unknown", "HALF_YEAR")]
    [InlineData("    period_types: [YEAR]\n", "", 2, "period_types is missing", "HALF_YEAR")]
    [InlineData("stages: [PRIMARY, JUNIOR]", "stages: [PRIMARY, MIDDLE]", 10, "stages 'MIDDLE' is unknown", "KINDERGARTEN")]
    [InlineData("numerator: students.dropped_out", "numerator: students.droped_out", 11, "measure 'students.droped_out' is unknown", "students.dropped_out")]
    [InlineData("scale: 100", "scale: 0", 11, "scale 0 was given", "a number above 0")]
    [InlineData("scale: 100", "sacle: 100", 11, "the key 'sacle' is unknown", "scale")]
    [InlineData("{ ratio: {", "{ quotient: {", 11, "the key 'quotient' is unknown", "ratio")]
    [InlineData("from: 2017-07-28", "from: July 2017", 14, "from 'July 2017' was given", "a day such as 2024-01-01")]
    [InlineData("at_most: 0.6", "at_most: low", 16, "at_most 'low' was given", "a decimal number")]
    [InlineData("at_most: 0.6", "at_most: 0.6, below: 1", 16, "2 comparisons are given", "one of at_least, at_most, below")]
    [InlineData("stage: PRIMARY", "stage: SENIOR", 16, "a stage which the indicator does not have", "stages")]
    [InlineData("code: dropout.rate", "code: Dropout", 2, "code 'Dropout' was given", "students.dropped_out")]
    [InlineData("code: dropout.rate", "code: students.enrolled", 2, "a measure has the same code", "another code")]
    public void A_fault_is_told_with_its_line_what_was_given_and_what_was_expected(
        string passage, string replacement, int line, string given, string expected)
    {
        var errors = written.ReplaceInIndicators(passage, replacement).Errors();

        var error = Assert.Single(errors, error => error.Given.Contains(given, StringComparison.Ordinal));
        Assert.Equal(("indicators.yaml", line), (error.File, error.Line));
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
        Assert.NotNull(error.Code);
    }

    [Fact]
    public void All_faults_of_all_files_are_told_at_once_in_the_order_of_the_lines()
    {
        written.ReplaceInIndicators("decimals: 2", "decimals: -1")
            .Write("units.yaml", WrittenCatalogue.Units.Replace("name_en: students, ", "", StringComparison.Ordinal))
            .Write("measures.yaml", WrittenCatalogue.Measures.Replace("unit: CNY", "unit: EUR", StringComparison.Ordinal));

        Assert.Equal(
            [("units.yaml", 2, "students"), ("measures.yaml", 4, "finance.allocated"), ("indicators.yaml", 7, "dropout.rate")],
            written.Errors().Select(error => (error.File, error.Line, error.Code)));
    }

    [Fact]
    public void A_second_definition_of_a_code_is_refused_where_it_stands()
    {
        written.Write("measures.yaml", WrittenCatalogue.Measures + "\n" + WrittenCatalogue.Measures.Split('\n')[1]);

        var error = Assert.Single(written.Errors());

        Assert.Equal(("measures.yaml", 5, "students.enrolled"), (error.File, error.Line, error.Code));
        Assert.Equal("this measure is defined already", error.Given);
    }

    [Fact]
    public void An_indicator_asked_for_half_years_needs_measures_kept_for_half_years()
    {
        var error = Assert.Single(
            written.ReplaceInIndicators("period_types: [YEAR]", "period_types: [YEAR, HALF_YEAR]").Errors(),
            error => error.Given.Contains("students.enrolled", StringComparison.Ordinal));

        Assert.Equal("the indicator is kept by YEAR, HALF_YEAR, students.enrolled by YEAR", error.Given);
    }

    [Fact]
    public void An_indicator_of_a_stage_needs_measures_kept_for_that_stage()
    {
        var errors = written.ReplaceInIndicators("stages: [PRIMARY, JUNIOR]", "stages: [PRIMARY, SENIOR]").Errors();

        Assert.Equal(
            ["students.dropped_out is not kept for SENIOR", "students.enrolled is not kept for SENIOR"],
            errors.Select(error => error.Given));
    }

    [Fact]
    public void Students_and_yuan_do_not_add_up()
    {
        var error = Assert.Single(written.ReplaceInIndicators(
            "numerator: students.dropped_out", "numerator: [students.dropped_out, finance.allocated]").Errors(),
            error => error.Given.Contains("CNY", StringComparison.Ordinal) && error.Expected.Contains("unlike", StringComparison.Ordinal));

        Assert.Equal("finance.allocated is kept in CNY", error.Given);
    }

    [Fact]
    public void Text_that_is_no_yaml_is_refused_with_its_line()
    {
        var error = Assert.Single(
            written.Write("groups.yaml", "groups:\n  - { code: a, name: b\n").Errors(),
            error => error.File == "groups.yaml");

        Assert.StartsWith("this is no YAML", error.Given, StringComparison.Ordinal);
        Assert.InRange(error.Line, 2, 3);
    }

    [Fact]
    public void A_key_written_twice_is_refused()
    {
        var error = Assert.Single(written.ReplaceInIndicators("decimals: 2", "decimals: 2\n    decimals: 3").Errors());

        Assert.Equal(("indicators.yaml", 8), (error.File, error.Line));
    }

    [Fact]
    public void A_file_under_another_name_is_not_passed_over_in_silence()
    {
        var error = Assert.Single(written.Write("indicator.yaml", WrittenCatalogue.Indicators).Errors());

        Assert.Equal(("indicator.yaml", "this file is not read"), (error.File, error.Given));
    }

    [Fact]
    public void A_directory_without_the_files_says_which_are_missing()
    {
        using var empty = new WrittenCatalogue();
        File.Delete(Path.Combine(empty.Location, "measures.yaml"));

        Assert.Contains(empty.Errors(), error => error is { File: "measures.yaml", Given: "there is no such file" });
        Assert.IsType<CatalogueReading.Faulty>(CatalogueReader.Read(Path.Combine(empty.Location, "nowhere")));
    }

    [Fact]
    public void A_smallest_number_shown_is_a_whole_number()
    {
        written.Write("units.yaml", WrittenCatalogue.Units.Replace("whole: true, additive: true }", "whole: true, additive: true, smallest_shown: -1 }", StringComparison.Ordinal));

        var error = Assert.Single(written.Errors());

        Assert.Equal(("units.yaml", "smallest_shown '-1' was given", "a whole number from 0 to 1000"), (error.File, error.Given, error.Expected));
    }

    [Fact]
    public void A_faulty_catalogue_stops_the_start_with_a_sentence_for_each_fault()
    {
        written.ReplaceInIndicators("decimals: 2", "decimals: 9");

        var fault = Assert.Throws<CatalogueFaultyException>(() => new ServiceCollection().AddEduCatalogue(written.Location));

        Assert.EndsWith(
            "indicators.yaml:7: dropout.rate: decimals '9' was given; expected a whole number from 0 to 6.",
            fault.Message, StringComparison.Ordinal);
    }
}
