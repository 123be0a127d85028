using GraphQL;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>
/// What came of an operation: a result, or for a subscription that started the events to follow.
/// Events must be enumerated at most once; ending the enumeration ends the subscription.
/// </summary>
internal sealed record OperationOutcome(ExecutionResult Result, IAsyncEnumerable<ExecutionResult>? Events)
{
    /// <summary>True where the operation is a subscription whose source could not be opened.</summary>
    public bool IsFailedSubscription =>
        Events is null && Result.Operation is { Operation: OperationType.Subscription };

    /// <summary>Each result in turn, whether there is one or a stream of them.</summary>
    public async IAsyncEnumerable<ExecutionResult> ResultsAsync()
    {
        if (Events is null)
            yield return Result;
        else
            await foreach (var result in Events)
                yield return result;
    }
}
