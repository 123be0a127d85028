using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Journal;
using EduAnalytics.Samples;

namespace EduAnalytics.Cli.Up;

/// <summary>
/// Fills an empty journal with the samples, as submissions like any other; and goes on with a load that was broken off. Every
/// submission has its name, so that what is on disk already is sent again in vain, and a last one says that all are there.
/// </summary>
internal sealed class SampleLoader(IJournal journal, IGrainFactory grains, Readiness readiness, SampleDirectory directory, TimeProvider time)
{
    private const string Begun = "samples-org-units";
    private const string Completed = "samples-complete";

    /// <summary>Units loaded at a time: enough that one commit serves many, few enough that two cores keep up.</summary>
    private const int UnitsAtOnce = 16;

    /// <summary>How often one submission is sent where no answer comes; each time may take half a minute.</summary>
    private const int MostTries = 10;

    /// <returns>What was loaded, as a sentence; null where the journal holds all of the samples, or was begun without them.</returns>
    /// <exception cref="StartRefusedException">The samples do not fit the catalogue.</exception>
    public async Task<string?> Load(CancellationToken cancellationToken)
    {
        if (await journal.IsEmptyAsync(cancellationToken))
            return await Load(time.GetLocalNow(), cancellationToken);
        if (await Find(Begun, cancellationToken) is not { } begun || await Find(Completed, cancellationToken) is not null)
            return null;
        try
        {
            // As on the day on which it was begun: on another, more would be generated under the same names.
            return await Load(TimeZoneInfo.ConvertTime(begun.AcceptedAt, time.LocalTimeZone), cancellationToken);
        }
        catch (OtherSamplesException)
        {
            return "Samples: those of another version of the program are in the journal and stay as they are, also where they were not loaded to the end.";
        }
    }

    private async Task<string> Load(DateTimeOffset now, CancellationToken cancellationToken)
    {
        readiness.Report("loading the samples");
        var samples = SampleSet.Open(directory.Path, DateOnly.FromDateTime(now.DateTime));
        await Register(Begun, samples.OrgUnits[0].Id, samples.OrgUnits);
        var levels = samples.OrgUnits.ToDictionary(unit => unit.Id, unit => unit.Level);
        var lines = 0;

        // The order within a unit is the order of time; units know nothing of one another.
        var byUnit = samples.Submissions().GroupBy(submission => submission.OrgUnit).ToList();
        await Parallel.ForEachAsync(
            byUnit,
            new ParallelOptions { MaxDegreeOfParallelism = UnitsAtOnce, CancellationToken = cancellationToken },
            async (submissions, stopped) =>
            {
                foreach (var submission in submissions)
                {
                    stopped.ThrowIfCancellationRequested();
                    Interlocked.Add(ref lines, await Submit(submission, levels[submission.OrgUnit]));
                }
            });

        // The tree's journal keeps the mark; what describes the city as it is changes nothing.
        await Register(Completed, samples.OrgUnits[0].Id, [samples.OrgUnits[0]]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Samples: the report's figures for 南山区, and {lines:N0} lines in all; every unit but Nanshan's is generated and marked so.");
    }

    private ValueTask<SubmissionReceipt?> Find(string submissionId, CancellationToken cancellationToken) =>
        journal.FindSubmissionAsync(IOrgUnitTreeGrain.Key, submissionId, cancellationToken);

    private async Task Register(string submissionId, OrgUnitId root, ImmutableArray<OrgUnit> units) => ThrowIfRefused(
        await grains.GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key).Register(new OrgUnitsSubmission(submissionId, root, units)), submissionId, root);

    private async Task<int> Submit(Submission submission, OrgUnitLevel level)
    {
        var outcome = await SendPatiently(submission, level);
        ThrowIfRefused(outcome, submission.Id, submission.OrgUnit);
        return outcome.Accepted;
    }

    /// <summary>A unit that is overtaxed answers late, and one whose silo goes comes to life elsewhere: sent again it counts once.</summary>
    private async Task<SubmissionOutcome> SendPatiently(Submission submission, OrgUnitLevel level)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Send(submission, level);
            }
            catch (Exception fault) when (tries < MostTries && IsPassing(fault))
            {
                // The next try.
            }
        }
    }

    private static bool IsPassing(Exception fault) => fault is TimeoutException or SiloUnavailableException or OrleansMessageRejectionException;

    private async Task<SubmissionOutcome> Send(Submission submission, OrgUnitLevel level)
    {
        var code = submission.OrgUnit.Code;
        return submission switch
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
    }

    private static void ThrowIfRefused(SubmissionOutcome outcome, string submissionId, OrgUnitId unit)
    {
        if (!outcome.Refused)
            return;
        if (outcome.Errors[0].Code == SubmissionErrorCodes.IdReused)
            throw new OtherSamplesException();
        throw new StartRefusedException($"The samples were not loaded: {unit} refused {submissionId}: {outcome.Errors[0].Message}");
    }

    /// <summary>Under the names of the samples the journal holds something else.</summary>
    private sealed class OtherSamplesException : Exception;
}
