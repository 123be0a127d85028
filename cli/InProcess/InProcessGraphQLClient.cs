using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Gateway.Transport.InProcess;

namespace EduAnalytics.Cli.InProcess;

/// <summary>The dashboard's way to a gateway in the same process: the same documents and answers, no socket in between.</summary>
internal sealed class InProcessGraphQLClient(InProcessOperations operations) : IGraphQLClient
{
    private static readonly ClaimsPrincipal viewer = new(new ClaimsIdentity());

    public async Task<GraphQLAnswer> ExecuteAsync(
        string document, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellationToken) =>
        AnswerJson.ReadAnswer(await operations.ExecuteAsync(document, JsonOf(variables), viewer, cancellationToken));

    public async IAsyncEnumerable<JsonElement> SubscribeAsync(
        string document, IReadOnlyDictionary<string, object?> variables, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var response in operations.SubscribeAsync(document, JsonOf(variables), viewer, cancellationToken))
        {
            var answer = AnswerJson.ReadAnswer(response);
            if (answer.Data is not { } data)
                throw new GraphQLRefusedException(answer.Errors);
            yield return data;
        }
    }

    private static JsonElement JsonOf(IReadOnlyDictionary<string, object?> variables) =>
        JsonSerializer.SerializeToElement(variables, AnswerJson.Options);
}
