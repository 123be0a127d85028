using System.Collections.Immutable;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>The gateway did not answer, or not in GraphQL.</summary>
public sealed class GraphQLUnreachableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The gateway answered with errors.</summary>
public sealed class GraphQLRefusedException(ImmutableArray<GraphQLError> errors)
    : Exception(errors.IsDefaultOrEmpty ? "The answer holds neither data nor errors." : errors[0].Message)
{
    public ImmutableArray<GraphQLError> Errors { get; } = errors.IsDefault ? [] : errors;
}
