using System.Diagnostics;
using System.Security.Cryptography;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Transport.Limits;
using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Gateway.Transport.Errors;

/// <summary>
/// What a client learns when a field fails. A refused query says what was wrong with it; of anything else the cause stays
/// in the log and only a reference number goes out.
/// </summary>
internal sealed class ResolverFailures(ILogger<ResolverFailures> log)
{
    public Task ReportAsync(UnhandledExceptionContext context)
    {
        context.Exception = context.OriginalException switch
        {
            QueryRefusedException refused => Refusal(refused),
            UnitSilentException silent => Silent(FieldOf(context), silent),
            TimeoutException late => Late(context, late),
            var failure when SilosOutOfReach.IsIn(failure) => OutOfReach(context, failure),
            StoreUnavailableException store => Unavailable(context, store),
            var failure => Internal(context, failure),
        };
        return Task.CompletedTask;
    }

    private static ExecutionError Refusal(QueryRefusedException refused)
    {
        var extensions = refused.Limit is { } passed
            ? new LimitReached(passed.Option, passed.Limit, passed.Value).AsExtensions()
            : [];
        extensions["input"] = refused.Input;
        return new ExecutionError(refused.Message) { Code = refused.Code, Extensions = extensions };
    }

    /// <summary>The error of a field that waited for a unit in vain; for the log too.</summary>
    public ExecutionError Silent(string field, UnitSilentException silent)
    {
        log.LogWarning(silent, "{Field} waited for {OrgUnit} in vain", field, silent.OrgUnit);
        return new ExecutionError(silent.Message)
        { Code = ErrorCodes.TimedOut, Extensions = new Dictionary<string, object?> { ["retryable"] = true, ["orgUnit"] = silent.OrgUnit.Code } };
    }

    private ExecutionError Late(UnhandledExceptionContext context, TimeoutException late)
    {
        log.LogWarning(late, "{Field} was not answered in time", FieldOf(context));
        return new ExecutionError(
            "The answer did not come in time; whether anything was written is unknown. Ask again: a submission sent again under its id counts once.")
        { Code = ErrorCodes.TimedOut, Extensions = new Dictionary<string, object?> { ["retryable"] = true } };
    }

    private ExecutionError OutOfReach(UnhandledExceptionContext context, Exception failure)
    {
        log.LogWarning(failure, "{Field} found no silo", FieldOf(context));
        return new ExecutionError(SilosOutOfReach.Sentence)
        { Code = ErrorCodes.Unavailable, Extensions = new Dictionary<string, object?> { ["retryable"] = true } };
    }

    private ExecutionError Unavailable(UnhandledExceptionContext context, StoreUnavailableException store)
    {
        log.LogWarning(store, "{Field} cannot be answered without the journal", FieldOf(context));
        return new ExecutionError(store.Retryable
            ? "The journal cannot be used at the moment. Ask again."
            : "The journal cannot be used, and asking again will not change that. Tell whoever runs it: the reason is in its log.")
        { Code = ErrorCodes.StoreUnavailable, Extensions = new Dictionary<string, object?> { ["retryable"] = store.Retryable } };
    }

    private InternalError Internal(UnhandledExceptionContext context, Exception failure)
    {
        var reference = RandomNumberGenerator.GetHexString(10, lowercase: true);
        log.LogError(
            failure,
            "Reference {Reference}, trace {TraceId}: {Field} failed",
            reference,
            Activity.Current?.TraceId.ToString() ?? "none",
            FieldOf(context));
        Activity.Current?.SetStatus(ActivityStatusCode.Error, reference);
        return new InternalError(reference);
    }

    private static string FieldOf(UnhandledExceptionContext context) =>
        context.FieldContext is { } field ? NameOf(field) : "The operation";

    public static string NameOf(IResolveFieldContext field) => $"{field.ParentType.Name}.{field.FieldDefinition.Name}";
}
