using System.Security.Cryptography;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Ingest.Lines;
using EduAnalytics.Gateway.Ingest.Windows;
using EduAnalytics.Gateway.Transport.Errors;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Ingest;

/// <summary>
/// Brings submissions to their outcome, whatever happens. Where one could not be decided the cause stays in the log and a
/// number goes out.
/// </summary>
internal sealed class IngestDecisions(IngestInstruments instruments, TimeProvider time, ILogger<IngestDecisions> log)
{
    public async Task<SubmissionOutcome> Decide<T>(GatheredSubmission<T> submission, ILineFormat<T> format)
    {
        var begun = time.GetTimestamp();
        var outcome = await Try(submission, format);
        instruments.SubmissionDecided(submission.LineCount, outcome, time.GetElapsedTime(begun));
        return outcome;
    }

    private async Task<SubmissionOutcome> Try<T>(GatheredSubmission<T> submission, ILineFormat<T> format)
    {
        try
        {
            return await submission.Send(format);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One unit that cannot answer must not lose the others theirs.
            return OutcomeOf(failure, submission.Id, submission.Owner.Unit);
        }
    }

    private SubmissionOutcome OutcomeOf(Exception failure, string submissionId, string unit)
    {
        if (failure is StoreUnavailableException store)
            return store.ToOutcome();
        if (failure is TimeoutException)
        {
            log.LogWarning(failure, "{OrgUnit} did not answer {SubmissionId} in time", unit, submissionId);
            return Refused(
                ErrorCodes.TimedOut,
                "The answer did not come in time; whether the lines were kept is unknown. Send the same stream again: nothing counts twice.");
        }
        if (SilosOutOfReach.IsIn(failure))
        {
            log.LogWarning(failure, "{OrgUnit} could not be reached for {SubmissionId}", unit, submissionId);
            return Refused(ErrorCodes.Unavailable, SilosOutOfReach.Sentence);
        }

        var reference = RandomNumberGenerator.GetHexString(10, lowercase: true);
        log.LogError(failure, "Reference {Reference}: {OrgUnit} failed on {SubmissionId}", reference, unit, submissionId);
        return Refused(
            ErrorCodes.Internal,
            $"Something went wrong on our side; whether the lines were kept is unknown. Send the same stream again: nothing counts twice. Quote the reference {reference}.");
    }

    private static SubmissionOutcome Refused(string code, string message) =>
        SubmissionOutcome.OfRefused([new SubmissionError(code, message)]);
}
