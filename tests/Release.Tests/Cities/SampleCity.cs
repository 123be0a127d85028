using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Samples;

namespace EduAnalytics.Release.Tests.Cities;

/// <summary>The city of the samples, with everything that its schools and districts send.</summary>
internal static class SampleCity
{
    private static readonly DateTimeOffset acceptedAt = new(2026, 9, 30, 12, 0, 0, TimeSpan.Zero);

    public static City Load()
    {
        var samples = SampleSet.Open(Shipped.SamplesDirectory);
        var city = new City(new OrgUnitTree(samples.OrgUnits, 1));
        foreach (var submission in samples.Submissions())
            city.Take(submission.OrgUnit, EventOf(submission));
        city.PushUp();
        return city;
    }

    private static JournalEvent EventOf(Submission submission) => submission switch
    {
        FiguresSubmission figures => new FiguresReported(figures.Id, acceptedAt, figures.Source, figures.Figures),
        ProblemsSubmission problems => new ProblemsNamed(problems.Id, acceptedAt, problems.Period, problems.Source, problems.Problems),
        EnrolmentSubmission enrolment => new EnrolmentRecorded(enrolment.Id, acceptedAt, enrolment.Events),
        FitnessSubmission fitness => new FitnessRecorded(fitness.Id, acceptedAt, new FitnessMarking(fitness.Results, Shipped.Catalogue.Fitness).Results),
        _ => throw new InvalidOperationException($"Samples hold no {submission.GetType().Name}."),
    };
}
