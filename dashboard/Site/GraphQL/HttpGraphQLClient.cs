using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>The client for a gateway in another process: queries by POST, subscriptions over a socket each.</summary>
/// <param name="http">Its base address is the GraphQL endpoint.</param>
/// <param name="reader">On whose behalf the gateway is asked; null for nobody's.</param>
/// <param name="gateways">Where a subscription is opened; null for the address of <paramref name="http"/> alone.</param>
public sealed class HttpGraphQLClient(HttpClient http, ReaderHeader? reader = null, GatewayList? gateways = null) : IGraphQLClient
{
    public async Task<GraphQLAnswer> ExecuteAsync(
        string document, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, string.Empty)
            {
                Content = JsonContent.Create(new { query = document, variables }),
            };
            request.Headers.Accept.ParseAdd("application/graphql-response+json");
            if (reader is not null && await reader.ReadAsync() is var (name, value))
                request.Headers.TryAddWithoutValidation(name, value);
            using var response = await http.SendAsync(request, cancellationToken);
            // A refused request is a GraphQL response too, with a status of its own; only other bodies are a fault.
            return AnswerJson.ReadAnswer(await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken));
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or NotSupportedException)
        {
            throw new GraphQLUnreachableException($"The gateway at {http.BaseAddress} did not answer.", fault);
        }
    }

    public async IAsyncEnumerable<JsonElement> SubscribeAsync(
        string document, IReadOnlyDictionary<string, object?> variables, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var header = reader is null ? null : await reader.ReadAsync();
        using var socket = await OpenAsync(header, cancellationToken);
        await foreach (var data in socket.FollowAsync(document, variables, cancellationToken))
            yield return data;
    }

    /// <summary>At the gateway that is asked at present, or at the first after it that can be reached.</summary>
    private async Task<SubscriptionSocket> OpenAsync((string Name, string Value)? header, CancellationToken cancellationToken)
    {
        var endpoint = http.BaseAddress
            ?? throw new InvalidOperationException("The GraphQL client was given no base address.");
        if (gateways is null)
            return await SubscriptionSocket.OpenAsync(endpoint, header, cancellationToken);
        for (var left = gateways.Count; ; left--)
        {
            var asked = gateways.Current;
            try
            {
                return await SubscriptionSocket.OpenAsync(new Uri(asked, endpoint.AbsolutePath), header, cancellationToken);
            }
            catch (GraphQLUnreachableException fault) when (left > 1 && fault.InnerException?.InnerException is HttpRequestException)
            {
                gateways.TurnFrom(asked);
            }
        }
    }
}
