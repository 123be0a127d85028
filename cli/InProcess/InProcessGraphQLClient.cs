using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Gateway.Transport.InProcess;
using Microsoft.AspNetCore.Components.Authorization;

namespace EduAnalytics.Cli.InProcess;

/// <summary>
/// The dashboard's way to a gateway in the same process: the same documents and answers, no socket in between, and on
/// behalf of the reader whose request or circuit it is.
/// </summary>
internal sealed class InProcessGraphQLClient(InProcessOperations operations, AuthenticationStateProvider reader) : IGraphQLClient
{
    public async Task<GraphQLAnswer> ExecuteAsync(
        string document, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellationToken) =>
        AnswerJson.ReadAnswer(await operations.ExecuteAsync(document, JsonOf(variables), await User(), cancellationToken));

    public async IAsyncEnumerable<JsonElement> SubscribeAsync(
        string document, IReadOnlyDictionary<string, object?> variables, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var response in operations.SubscribeAsync(document, JsonOf(variables), await User(), cancellationToken))
        {
            var answer = AnswerJson.ReadAnswer(response);
            if (answer.Data is not { } data)
                throw new GraphQLRefusedException(answer.Errors);
            yield return data;
        }
    }

    private async Task<ClaimsPrincipal> User() => (await reader.GetAuthenticationStateAsync()).User;

    private static JsonElement JsonOf(IReadOnlyDictionary<string, object?> variables) =>
        JsonSerializer.SerializeToElement(variables, AnswerJson.Options);
}
