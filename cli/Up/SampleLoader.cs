using System.Globalization;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Journal;
using EduAnalytics.Samples;

namespace EduAnalytics.Cli.Up;

/// <summary>Fills an empty journal with the samples, as submissions like any other.</summary>
internal sealed class SampleLoader(IJournal journal, IGrainFactory grains, Readiness readiness, TimeProvider time)
{
    /// <summary>Units loaded at a time: enough that one commit serves many, few enough that two cores keep up.</summary>
    private const int UnitsAtOnce = 16;

    /// <returns>What was loaded, as a sentence; null where the journal held something already.</returns>
    public async Task<string?> LoadIntoEmptyJournal(CancellationToken cancellationToken)
    {
        if (!await journal.IsEmptyAsync(cancellationToken))
            return null;
        readiness.Report("loading the samples");
        var samples = SampleSet.Open(
            Path.Combine(AppContext.BaseDirectory, "samples"), DateOnly.FromDateTime(time.GetLocalNow().DateTime));
        var root = samples.OrgUnits[0].Id;
        var outcome = await grains.GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key)
            .Register(new OrgUnitsSubmission("samples-org-units", root, samples.OrgUnits));
        ThrowIfRefused(outcome, "samples-org-units", root);
        var levels = samples.OrgUnits.ToDictionary(unit => unit.Id, unit => unit.Level);
        var lines = 0;

        // The order within a unit is the order of time; units know nothing of one another.
        var byUnit = samples.Submissions().GroupBy(submission => submission.OrgUnit).ToList();
        await Parallel.ForEachAsync(
            byUnit,
            new ParallelOptions { MaxDegreeOfParallelism = UnitsAtOnce, CancellationToken = cancellationToken },
            async (submissions, _) =>
            {
                foreach (var submission in submissions)
                    Interlocked.Add(ref lines, await Submit(submission, levels[submission.OrgUnit]));
            });
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Samples: the report's figures for 南山区, and {lines:N0} lines in all; every unit but Nanshan's is generated and marked so.");
    }

    private async Task<int> Submit(Submission submission, OrgUnitLevel level)
    {
        var code = submission.OrgUnit.Code;
        var outcome = submission switch
        {
            FiguresSubmission figures => level switch
            {
                OrgUnitLevel.School => await grains.GetGrain<ISchoolGrain>(code).ReportFigures(figures),
                OrgUnitLevel.District => await grains.GetGrain<IDistrictGrain>(code).ReportFigures(figures),
                _ => await grains.GetGrain<ICityGrain>(code).ReportFigures(figures),
            },
            ProblemsSubmission problems => level switch
            {
                OrgUnitLevel.School => await grains.GetGrain<ISchoolGrain>(code).NameProblems(problems),
                OrgUnitLevel.District => await grains.GetGrain<IDistrictGrain>(code).NameProblems(problems),
                _ => await grains.GetGrain<ICityGrain>(code).NameProblems(problems),
            },
            EnrolmentSubmission enrolment => await grains.GetGrain<ISchoolGrain>(code).RecordEnrolment(enrolment),
            FitnessSubmission fitness => await grains.GetGrain<ISchoolGrain>(code).RecordFitness(fitness),
            _ => throw new ArgumentException($"No way to submit {submission.GetType().Name}.", nameof(submission)),
        };
        ThrowIfRefused(outcome, submission.Id, submission.OrgUnit);
        return outcome.Accepted;
    }

    private static void ThrowIfRefused(SubmissionOutcome outcome, string submissionId, OrgUnitId unit)
    {
        if (outcome.Refused)
            throw new StartRefusedException($"The samples were not loaded: {unit} refused {submissionId}: {outcome.Errors[0].Message}");
    }
}
