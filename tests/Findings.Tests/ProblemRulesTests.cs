using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Findings.Tests;

public sealed class ProblemRulesTests
{
    private static readonly Problem good = new("1", "学区划分不均衡", ["dropout.rate"]);

    [Fact]
    public void A_ledger_without_problems_is_a_statement_too() => Assert.Empty(Check(Submission()));

    [Theory]
    [InlineData("2", " ", "dropout.rate", SubmissionErrorCodes.Missing, "text")]
    [InlineData("", "问题", "dropout.rate", SubmissionErrorCodes.Missing, "number")]
    [InlineData("1", "问题", "dropout.rate", SubmissionErrorCodes.Repeated, "number")]
    [InlineData("2", "问题", "dropout.rat", SubmissionErrorCodes.UnknownCode, "indicators")]
    [InlineData("2", "问题", "students.enrolled", SubmissionErrorCodes.UnknownCode, "indicators")]
    public void A_line_that_cannot_be_is_refused_with_its_place_and_field(string number, string text, string indicator, string error, string field)
    {
        var refused = Assert.Single(Check(Submission(good, new Problem(number, text, [indicator]))));

        Assert.Equal((error, 1, field), (refused.Code, refused.Index, refused.Field));
    }

    [Theory]
    [InlineData("2024H1", SubmissionErrorCodes.WrongPeriod)]
    [InlineData("2025", SubmissionErrorCodes.FutureDate)]
    public void A_ledger_is_drawn_up_for_a_year_that_has_begun(string period, string error) =>
        Assert.Equal(error, Assert.Single(Check(Submission(good) with { Period = Period.Parse(period) })).Code);

    [Fact]
    public void A_ledger_without_a_document_is_refused() =>
        Assert.Equal("source.document", Assert.Single(Check(Submission(good) with { Source = new Source(" ", null) })).Field);

    private static IEnumerable<SubmissionError> Check(ProblemsSubmission submission) =>
        ProblemRules.Check(submission, Shipped.Catalogue, DateOnly.FromDateTime(WorkedCity.Noon.Date));

    private static ProblemsSubmission Submission(params Problem[] problems) =>
        new("s", OrgUnitId.Parse(Small.District), Period.OfYear(2024), new Source("自评报告", "三"), [.. problems]);
}
