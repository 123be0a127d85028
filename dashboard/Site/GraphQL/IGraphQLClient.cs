using System.Text.Json;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>
/// The dashboard's only way to a figure: the same documents over the same schema as any other client. The host decides
/// whether they travel over HTTP or stay inside the process.
/// </summary>
public interface IGraphQLClient
{
    /// <summary>
    /// Runs a query or mutation. What the schema's owner refuses is in <see cref="GraphQLAnswer.Errors"/>.
    /// </summary>
    /// <exception cref="GraphQLUnreachableException">No answer came, or one that is not GraphQL.</exception>
    Task<GraphQLAnswer> ExecuteAsync(
        string document, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellationToken);

    /// <summary>
    /// The <c>data</c> of every event of a subscription, until the gateway completes it or the caller cancels. A broken
    /// connection is not mended in silence, because events may have been missed: the caller subscribes anew and reads the
    /// state again.
    /// </summary>
    /// <exception cref="GraphQLUnreachableException">The connection could not be made, or broke.</exception>
    /// <exception cref="GraphQLRefusedException">The gateway refused the subscription.</exception>
    IAsyncEnumerable<JsonElement> SubscribeAsync(
        string document, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellationToken);
}
