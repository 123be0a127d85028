using System.Diagnostics;
using System.Security.Cryptography;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Transport.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Export;

/// <summary>What whoever asked learns when the numbers cannot be read: as in the schema's errors, the cause stays in the log.</summary>
internal sealed class ExportFailures(ILogger<ExportFailures> log)
{
    /// <param name="refusal">Names the parameter that a refusal is about.</param>
    public ExportProblem ProblemOf(Exception failure, Func<QueryRefusedException, ExportProblem> refusal) => failure switch
    {
        QueryRefusedException refused => refusal(refused),
        TimeoutException late => Late(late),
        StoreUnavailableException store => Unavailable(store),
        _ when SilosOutOfReach.IsIn(failure) => OutOfReach(failure),
        _ => Internal(failure),
    };

    private ExportProblem Late(TimeoutException late)
    {
        log.LogWarning(late, "The numbers of a file were not read in time");
        return new ExportProblem(
            StatusCodes.Status504GatewayTimeout, ErrorCodes.TimedOut, null, "The numbers were not read in time. Ask again, or for fewer units, indicators or periods.")
        { IsRetryable = true };
    }

    private ExportProblem Unavailable(StoreUnavailableException store)
    {
        log.LogWarning(store, "The numbers of a file cannot be read without the journal");
        return new ExportProblem(
            StatusCodes.Status503ServiceUnavailable, ErrorCodes.StoreUnavailable, null, "The journal cannot be read at the moment. Ask again.")
        { IsRetryable = store.Retryable };
    }

    private ExportProblem OutOfReach(Exception failure)
    {
        log.LogWarning(failure, "The numbers of a file found no silo");
        return new ExportProblem(StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, null, SilosOutOfReach.Sentence) { IsRetryable = true };
    }

    private ExportProblem Internal(Exception failure)
    {
        var reference = RandomNumberGenerator.GetHexString(10, lowercase: true);
        log.LogError(failure, "Reference {Reference}, trace {TraceId}: a file failed", reference, Activity.Current?.TraceId.ToString() ?? "none");
        return new ExportProblem(
            StatusCodes.Status500InternalServerError, ErrorCodes.Internal, null, $"Something went wrong on our side. Please quote the reference {reference}.")
        { Reference = reference };
    }
}
