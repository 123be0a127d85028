using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Samples.Files;

namespace EduAnalytics.Samples.Tests;

/// <summary>The report's own figures, as they come out of the system.</summary>
public sealed class ReportFiguresTests(LoadedCity city)
{
    private const string Nanshan = "230404";

    private static IReadOnlyList<FiguresSubmission> Submissions() =>
        SampleFigures.Read(Path.Combine(Shipped.SamplesDirectory, "nanshan-figures.csv"));

    [Fact]
    public void All_61_figures_and_one_thing_said_in_words_are_there_with_their_section_and_the_reports_words()
    {
        var submissions = Submissions();

        Assert.Equal(62, submissions.Sum(submission => submission.Figures.Length));
        Assert.All(submissions, submission => Assert.Equal((SampleFigures.Document, true), (submission.Source.Document, submission.Source.Section is not null)));
        Assert.All(submissions.SelectMany(submission => submission.Figures), figure => Assert.False(string.IsNullOrEmpty(figure.Quote)));
    }

    [Fact]
    public void The_problems_that_the_report_names_are_there_in_its_words()
    {
        var ledger = Assert.Single(SampleProblems.Read(Path.Combine(Shipped.SamplesDirectory, "nanshan-problems.csv")));

        Assert.Equal((Nanshan, "2024", "三"), (ledger.OrgUnit.Code, ledger.Period.ToString(), ledger.Source.Section));
        Assert.Equal(["学区划分不均衡，导致学校生源差距大。", "民办幼儿园未按要求为教师缴纳“五险一金”。"], ledger.Problems.Select(problem => problem.Text));
        Assert.All(ledger.Problems, problem => Assert.StartsWith("一是", problem.Correction, StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_states_each_section_once_under_an_id_of_plain_letters()
    {
        var submissions = Submissions();

        Assert.Equal(submissions.Count, submissions.DistinctBy(submission => (submission.OrgUnit, submission.Id)).Count());
        Assert.Contains(submissions, submission => submission is { Id: "nanshan-2024-1-2-2", Source.Section: "一(二)2" });
        Assert.All(submissions, submission => Assert.Matches("^nanshan-2024(-[0-9])+$", submission.Id));
    }

    [Fact]
    public void Every_unit_word_of_the_file_is_the_catalogues()
    {
        var rows = File.ReadLines(Path.Combine(Shipped.SamplesDirectory, "nanshan-figures.csv")).Skip(1).Select(line => line.Split(','));

        Assert.All(rows, row => Assert.Equal(
            row[6],
            Shipped.Catalogue.FindMeasure(row[2])?.Unit ?? Shipped.Catalogue.FindIndicator(row[2])?.Unit));
    }

    [Theory]
    [InlineData("fitness.excellent_good_rate", "2023", null, 3.4, Basis.Reported, TargetStatus.Missed)]
    [InlineData("preschool.public_share", "2024", null, 28.77, Basis.Computed, TargetStatus.Missed)]
    [InlineData("preschool.public_share", "2023", null, 22.7, Basis.Reported, TargetStatus.Missed)]
    [InlineData("staff.pay_ratio", "2024", null, 1.113, Basis.Computed, TargetStatus.Met)]
    [InlineData("balance.variation_coefficient", "2023", SchoolStage.Primary, 0.532, Basis.Reported, TargetStatus.Met)]
    [InlineData("balance.variation_coefficient", "2023", SchoolStage.Junior, 0.368, Basis.Reported, TargetStatus.Met)]
    [InlineData("finance.allocated", "2023", null, 62171886.03, Basis.Reported, TargetStatus.NoTarget)]
    [InlineData("finance.allocated", "2024H1", null, 33831834.88, Basis.Reported, TargetStatus.NoTarget)]
    [InlineData("preschool.insured_share", "2024", null, 53.85, Basis.Computed, TargetStatus.Missed)]
    [InlineData("health.record_rate", "2023", null, 100, Basis.Reported, TargetStatus.Met)]
    [InlineData("safety.food_incidents", "2024", null, 0, Basis.Reported, TargetStatus.Met)]
    public void A_figure_of_the_report_comes_out_as_the_report_has_it(
        string indicator, string period, SchoolStage? stage, double expected, Basis basis, TargetStatus status)
    {
        var value = city.Value(Nanshan, indicator, period, stage);

        Assert.Equal(((decimal?)expected, basis, status), (value.Value, value.Basis, value.Status));
    }

    [Fact]
    public void A_computed_share_keeps_its_components_and_stands_beside_the_stated_one()
    {
        var value = city.Value(Nanshan, "preschool.public_share", "2024");

        Assert.Equal((530m, 1842m, 28.8m), (value.Numerator, value.Denominator, value.Reported));
    }

    [Fact]
    public void Nanshans_schools_hold_nothing_that_was_generated()
    {
        var generated = city.Samples.Submissions().Where(submission => !submission.Id.StartsWith("nanshan-", StringComparison.Ordinal));

        Assert.All(generated, submission => Assert.False(submission.OrgUnit.Code.StartsWith(Nanshan, StringComparison.Ordinal)));
        Assert.Equal(TargetStatus.NoData, city.Value(Nanshan, "dropout.rate", "2024").Status);
    }
}
