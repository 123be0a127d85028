using EduAnalytics.Gateway.Transport.Errors;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>
/// Refuses an operation that the transport cannot carry. A validation rule, because only after parsing is known
/// which operation of the document is meant, and after validation it would already run.
/// </summary>
internal sealed class OperationKindRule(OperationKinds kinds) : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (Refusal(context.Operation.Operation) is { } message)
            context.ReportError(new OperationKindError(message));
        return default;
    }

    private string? Refusal(OperationType operation) => (operation, kinds) switch
    {
        (OperationType.Mutation, OperationKinds.QueriesOnly or OperationKinds.QueriesAndSubscriptions) =>
            "A mutation must be sent by POST.",
        (OperationType.Subscription, OperationKinds.QueriesOnly or OperationKinds.QueriesAndMutations) =>
            "A subscription needs a stream: accept text/event-stream, or open a socket with the subprotocol graphql-transport-ws.",
        _ => null,
    };
}
