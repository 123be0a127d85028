namespace EduAnalytics.Fitness.Tests.Reading;

public sealed class ReadingRefusalTests : IDisposable
{
    private readonly WrittenStandard written = new();

    public void Dispose() => written.Dispose();

    [Theory]
    [InlineData("items.yaml", "code: run_50m, name: 50米跑", "code: run_50m, nmae: 50米跑", "run_50m", "the key 'nmae' is unknown")]
    [InlineData("items.yaml", "better: BETWEEN", "better: THINNER", "bmi", "better 'THINNER' was given")]
    [InlineData("items.yaml", "lowest: 130, highest: 1200", "lowest: 1200, highest: 130", "run_1000m", "highest 130 was given with lowest 1200")]
    [InlineData("extra.yaml", "item: run_1000m", "item: run_1500m", "run_1500m", "item 'run_1500m' is unknown")]
    [InlineData("extra.yaml", "20, 23, 26, 29, 32, 35]", "20, 23, 22, 29, 32, 35]", "run_1000m", "'22' was given")]
    [InlineData("extra.yaml", "item: pull_ups, sex: MALE", "item: pull_ups, sex: BOYS", "pull_ups", "sex 'BOYS' was given")]
    [InlineData("vital_capacity.yaml", "[1600, 1900, 2200,", "[1800, 1900, 2200,", "vital_capacity", "grade 1: 1800 stands below 1700")]
    [InlineData("vital_capacity.yaml", "[1600, 1900, 2200,", "[1900, 2200,", "vital_capacity", "11 values are given")]
    [InlineData("vital_capacity.yaml", "[1600, 1900, 2200,", "[1600, 19o0, 2200,", "vital_capacity", "grade 2: '19o0' was given")]
    public void A_fault_is_told_with_its_file_line_and_item(string file, string passage, string replacement, string code, string given)
    {
        var line = written.Replace(file, passage, replacement);

        var error = Assert.Single(written.Errors(), error => error.Given.Contains(given, StringComparison.Ordinal));

        Assert.Equal(($"fitness/{file}", line, code), (error.File, error.Line, error.Code));
        Assert.NotEmpty(error.Expected);
    }

    [Fact]
    public void Weights_that_do_not_sum_to_100_are_refused()
    {
        var line = written.Replace("weights.yaml", "sit_and_reach: 30, rope_skipping: 20", "sit_and_reach: 30, rope_skipping: 10");

        var error = Assert.Single(written.Errors());

        Assert.Equal(("fitness/weights.yaml", line, "the weights sum to 90", "100"), (error.File, error.Line, error.Given, error.Expected));
    }

    [Fact]
    public void A_grade_without_weights_and_one_with_two_sets_are_refused()
    {
        written.Replace("weights.yaml", "grades: [1, 2]", "grades: [1, 3]");

        Assert.Equal(
            [
                "grade 2 has 0 sets of weights for MALE", "grade 2 has 0 sets of weights for FEMALE",
                "grade 3 has 2 sets of weights for MALE", "grade 3 has 2 sets of weights for FEMALE",
            ],
            written.Errors().Select(error => error.Given));
    }

    [Fact]
    public void A_time_that_gets_shorter_down_the_rows_is_refused()
    {
        written.Write("run_1000m.yaml", """
            tables:
              - sex: MALE
                grades: [7, 8]
                rows:
                  - { score: 100, values: [235, 230] }
                  - { score:  95, values: [242, 228] }
            """);

        var error = Assert.Single(written.Errors());

        Assert.Equal((6, "grade 8: 228 stands below 230", "values that rise from row to row"), (error.Line, error.Given, error.Expected));
    }

    [Fact]
    public void A_second_table_of_a_grade_and_sex_and_a_row_out_of_order_are_refused()
    {
        written.Write("run_1000m.yaml", """
            tables:
              - sex: MALE
                grades: [7]
                rows:
                  - { score: 100, values: [235] }
                  - { score: 100, values: [240] }
              - sex: MALE
                grades: [7]
                rows:
                  - { score: 100, values: [235] }
            """);

        Assert.Equal(
            [(6, "score 100 stands below 100"), (8, "grade 7 has a table for this sex already")],
            written.Errors().Select(error => (error.Line, error.Given)));
    }

    [Fact]
    public void A_file_that_nothing_reads_is_told()
    {
        written.Write("run_50.yaml", "tables: []");

        var error = Assert.Single(written.Errors());

        Assert.Equal(("fitness/run_50.yaml", "this file is not read"), (error.File, error.Given));
    }
}
