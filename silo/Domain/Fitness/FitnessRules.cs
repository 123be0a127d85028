using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Fitness;

/// <summary>What makes a fitness result impossible, line by line.</summary>
public static class FitnessRules
{
    /// <param name="marking">The submission's results, scored.</param>
    public static ImmutableArray<SubmissionError> Check(FitnessSubmission submission, FitnessMarking marking, OrgUnit unit, DateOnly today)
    {
        var errors = new SubmissionErrors(submission.Id, submission.Results.Length);
        var seen = new HashSet<(string Student, DateOnly On)>();
        for (var i = 0; i < submission.Results.Length; i++)
        {
            var line = submission.Results[i];
            EnrolmentRules.CheckStudent(line.Student, i, errors);
            EnrolmentRules.CheckDate(line.TestedOn, today, i, "testedOn", errors);
            if (OrgUnit.StageOfGrade(line.Grade) is not { } stage || !unit.Stages.Contains(stage))
                errors.Add(SubmissionErrorCodes.BadValue, $"Grade {line.Grade} is not taught at {unit.Name}.", i, "grade");
            CheckScore(line, i, errors);
            foreach (var fault in marking.FaultsOf(i))
                errors.Add(fault.Code, fault.Message, i, fault.Field);
            if (!seen.Add((line.Student, line.TestedOn)))
                errors.Add(SubmissionErrorCodes.Repeated, $"Student {line.Student} has two results on {line.TestedOn:yyyy-MM-dd} here.", i, "student");
        }

        return errors.ToImmutable();
    }

    private static void CheckScore(FitnessResult line, int index, SubmissionErrors errors)
    {
        if (line.Score is null && line.Items is null)
        {
            errors.Add(SubmissionErrorCodes.Missing, $"Give the total score, {FitnessBands.LowestScore} to {FitnessBands.HighestScore}, or the raw items.", index, "score");
        }
        else if (line.Score is < FitnessBands.LowestScore or > FitnessBands.HighestScore)
        {
            errors.Add(
                SubmissionErrorCodes.BadValue,
                $"A total score lies between {FitnessBands.LowestScore} and {FitnessBands.HighestScore}; {line.Score} was given.", index, "score");
        }
    }
}
