using GraphQL;

namespace EduAnalytics.Gateway.Transport.ServerSentEvents;

/// <summary>One event of a stream.</summary>
/// <param name="Operation">Whose it is, on a stream that several operations share; else null.</param>
/// <param name="Result">Null for the operation's end.</param>
internal readonly record struct StreamEvent(string? Operation, ExecutionResult? Result)
{
    public bool IsComplete => Result is null;
}
