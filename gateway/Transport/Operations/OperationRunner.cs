using System.Runtime.CompilerServices;
using EduAnalytics.Gateway.Transport.Costs;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Limits;
using EduAnalytics.Gateway.Transport.Persisted;
using EduAnalytics.Gateway.Transport.Rates;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>Runs one operation for any transport, within the limits, with a span and a measurement.</summary>
internal sealed class OperationRunner(
    IDocumentExecuter<ISchema> executer,
    OperationDocuments documents,
    OperationRules rules,
    ResolverFailures failures,
    CallerRates rates,
    GatewayInstruments instruments,
    IEnumerable<ICostBasis> bases,
    IOptions<GatewayOptions> options)
{
    /// <summary>Nobody mends more at once; a document that is wrong a thousand times must not cost an answer a thousand times as long.</summary>
    private const int MostErrors = 100;

    /// <summary>A schema that reckons no costs has none to tell.</summary>
    private readonly bool reportsCost = bases.Any();

    private readonly IReadOnlyDictionary<string, object?> costLimit = OperationCost.LimitOf(options.Value);

    public async Task<OperationOutcome> RunAsync(
        OperationRequest request, OperationCaller caller, OperationKinds kinds, CancellationToken cancelled)
    {
        if (!documents.TryFind(request, out var document, out var refusal))
        {
            instruments.RequestRefused(ErrorDescription.CodeOf(refusal));
            return new OperationOutcome(new ExecutionResult { Errors = [refusal] }, null);
        }

        using var span = GatewayInstruments.OperationStarted();
        var started = TimeProvider.System.GetTimestamp();
        var pace = new SubscriptionPace();
        var notes = pace.AsUserContext();
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Query = document,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            User = caller.User,
            RequestServices = caller.Services,
            UserContext = notes,
            ValidationRules = rules.For(kinds),
            CachedDocumentValidationRules = rules.ForKnownDocument(kinds),
            Timeout = TimeSpan.FromSeconds(options.Value.ExecutionTimeoutSeconds),
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            UnhandledExceptionDelegate = failures.ReportAsync,
            CancellationToken = cancelled,
        });
        if (result.Executed)
            documents.Keep(request);
        result = AsTold(result, OperationCost.Of(notes));
        instruments.OperationEnded(
            span,
            result.Operation?.Operation.ToString().ToLowerInvariant(),
            result.Operation?.Name?.StringValue,
            result.Errors is [var first, ..] ? ErrorDescription.CodeOf(first) : "ok",
            TimeProvider.System.GetElapsedTime(started));

        // The validation rules let a subscription have one root field, so there is at most one stream.
        var events = result.Streams is { Count: > 0 } streams
            ? FollowAsync(streams.Values.Single(), pace, caller.Key, cancelled)
            : null;
        return new OperationOutcome(result, events);
    }

    /// <summary>The result as a client is to have it: bounded, with the limit that ended it and with its cost.</summary>
    private ExecutionResult AsTold(ExecutionResult result, OperationCost? cost)
    {
        if (result.Errors is [TimeoutError])
            result = new ExecutionResult { Errors = [LimitExceededError.TookTooLong(options.Value.ExecutionTimeoutSeconds)] };
        if (!result.Executed && result.Errors is { Count: > MostErrors } errors)
            result.Errors = [.. errors.Take(MostErrors)];
        if (cost is not null && reportsCost)
            (result.Extensions ??= [])["cost"] = cost.AsExtension(costLimit);
        return result;
    }

    /// <summary>Counted from the first event asked for, for an outcome that nobody follows never ends.</summary>
    private async IAsyncEnumerable<ExecutionResult> FollowAsync(
        IObservable<ExecutionResult> events, SubscriptionPace pace, CallerKey? caller, [EnumeratorCancellation] CancellationToken cancelled)
    {
        using var place = caller is null ? null : rates.Follow(caller);
        if (place is { IsAcquired: false })
        {
            yield return new ExecutionResult { Errors = [rates.TooManySubscriptions()] };
            yield break;
        }

        await foreach (var result in ResultStream.FollowAsync(events, pace, instruments, cancelled))
            yield return result;
    }
}
