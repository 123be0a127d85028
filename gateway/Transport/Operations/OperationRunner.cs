using EduAnalytics.Gateway.Transport.Errors;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>Runs one operation for any transport, within the limits, with a span and a measurement.</summary>
internal sealed class OperationRunner(
    IDocumentExecuter<ISchema> executer,
    OperationRules rules,
    ResolverFailures failures,
    GatewayInstruments instruments,
    IOptions<GatewayOptions> options)
{
    public async Task<OperationOutcome> RunAsync(
        OperationRequest request, OperationCaller caller, OperationKinds kinds, CancellationToken cancelled)
    {
        using var span = GatewayInstruments.OperationStarted();
        var started = TimeProvider.System.GetTimestamp();
        var pace = new SubscriptionPace();
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            User = caller.User,
            RequestServices = caller.Services,
            UserContext = pace.AsUserContext(),
            ValidationRules = rules.For(kinds),
            CachedDocumentValidationRules = rules.ForKnownDocument(kinds),
            Timeout = TimeSpan.FromSeconds(options.Value.ExecutionTimeoutSeconds),
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            UnhandledExceptionDelegate = failures.ReportAsync,
            CancellationToken = cancelled,
        });
        instruments.OperationEnded(
            span,
            result.Operation?.Operation.ToString().ToLowerInvariant(),
            result.Operation?.Name?.StringValue,
            result.Errors is [var first, ..] ? ErrorDescription.CodeOf(first) : "ok",
            TimeProvider.System.GetElapsedTime(started));

        // The validation rules let a subscription have one root field, so there is at most one stream.
        var events = result.Streams is { Count: > 0 } streams
            ? ResultStream.FollowAsync(streams.Values.Single(), pace, instruments, cancelled)
            : null;
        return new OperationOutcome(result, events);
    }
}
