using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Problems;

/// <summary>What makes a ledger of problems impossible, line by line.</summary>
public static class ProblemRules
{
    private const int LongestText = 2_000;

    public static ImmutableArray<SubmissionError> Check(ProblemsSubmission submission, Catalogue catalogue, DateOnly today)
    {
        // A ledger without a line is a statement too: nothing is named.
        var errors = new SubmissionErrors(submission.Id, Math.Max(1, submission.Problems.Length));
        if (string.IsNullOrWhiteSpace(submission.Source.Document))
            errors.Add(SubmissionErrorCodes.Missing, "Say which document names the problems.", null, "source.document");
        if (submission.Period.Type != PeriodType.Year)
            errors.Add(SubmissionErrorCodes.WrongPeriod, $"A ledger of problems is drawn up for a year (2024); {submission.Period} is none.", null, "period");
        else if (submission.Period.Start > today)
            errors.Add(SubmissionErrorCodes.FutureDate, $"Period {submission.Period} has not begun; today is {today:yyyy-MM-dd}.", null, "period");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < submission.Problems.Length; i++)
        {
            var problem = submission.Problems[i];
            CheckWords(problem, i, errors);
            if (!seen.Add(problem.Number))
                errors.Add(SubmissionErrorCodes.Repeated, $"Number {problem.Number} stands twice in this ledger.", i, "number");
            foreach (var code in problem.Indicators.Where(code => catalogue.FindIndicator(code) is null))
                errors.Add(SubmissionErrorCodes.UnknownCode, $"The catalogue knows no indicator '{code}'.", i, "indicators");
        }

        return errors.ToImmutable();
    }

    private static void CheckWords(Problem problem, int index, SubmissionErrors errors)
    {
        if (string.IsNullOrWhiteSpace(problem.Number) || problem.Number.Length > SubmissionErrors.LongestId)
            errors.Add(SubmissionErrorCodes.Missing, $"Number the problem with 1 to {SubmissionErrors.LongestId} characters.", index, "number");
        if (string.IsNullOrWhiteSpace(problem.Text) || problem.Text.Length > LongestText)
            errors.Add(SubmissionErrorCodes.Missing, $"Say in 1 to {LongestText} characters what the problem is.", index, "text");
        if (problem.Correction?.Length > LongestText)
            errors.Add(SubmissionErrorCodes.TooLarge, $"What is to be done takes at most {LongestText} characters.", index, "correction");
    }
}
