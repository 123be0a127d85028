using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Samples;
using EduAnalytics.Samples.Files;

namespace EduAnalytics.Findings.Tests;

/// <summary>The catalogue and the samples of the repository, as they are copied beside the program.</summary>
internal static class Shipped
{
    private static readonly string samples = Path.Combine(AppContext.BaseDirectory, "samples");

    public static Domain.Catalogues.Catalogue Catalogue { get; } = CatalogueReader.Read(Path.Combine(AppContext.BaseDirectory, "catalogue")) switch
    {
        CatalogueReading.Complete complete => complete.Catalogue,
        CatalogueReading.Faulty faulty => throw new InvalidOperationException(string.Join('\n', faulty.Errors)),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    public static IReadOnlyList<OrgUnit> OrgUnits { get; } = SampleOrgUnits.Read(Path.Combine(samples, "org-units.csv"));

    /// <summary>The city with all samples in it: the report's figures, and generated records for every other district.</summary>
    public static WorkedCity WholeCity()
    {
        var set = SampleSet.Open(samples);
        var city = new WorkedCity(Catalogue, set.OrgUnits);
        foreach (var submission in set.Submissions())
        {
            city.Apply(submission.OrgUnit, submission switch
            {
                FiguresSubmission figures => new FiguresReported(figures.Id, WorkedCity.Noon, figures.Source, figures.Figures),
                EnrolmentSubmission enrolment => new EnrolmentRecorded(enrolment.Id, WorkedCity.Noon, enrolment.Events),
                ProblemsSubmission problems =>
                    new ProblemsNamed(problems.Id, WorkedCity.Noon, problems.Period, problems.Source, problems.Problems),
                FitnessSubmission fitness => new FitnessRecorded(fitness.Id, WorkedCity.Noon, fitness.Results),
                _ => throw new InvalidOperationException($"The samples hold no {submission.GetType().Name}."),
            });
        }

        return city;
    }

    /// <summary>The city with the report's figures in it.</summary>
    public static WorkedCity Seed()
    {
        var city = new WorkedCity(Catalogue, OrgUnits);
        foreach (var submission in SampleFigures.Read(Path.Combine(samples, "nanshan-figures.csv")))
            city.Submit(submission);
        foreach (var submission in SampleProblems.Read(Path.Combine(samples, "nanshan-problems.csv")))
            city.Submit(submission);
        return city;
    }
}
