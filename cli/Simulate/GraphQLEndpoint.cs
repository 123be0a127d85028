using System.Net;
using System.Text.Json;

namespace EduAnalytics.Cli.Simulate;

/// <summary>The system did not answer as a GraphQL server does; the message is for the operator.</summary>
internal sealed class EndpointException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>True where the answer has an error that does not ask to come again; false also where no answer came.</summary>
    public bool IsFinal { get; init; }
}

/// <summary>A GraphQL-over-HTTP client, as small as the simulation needs it.</summary>
internal sealed class GraphQLEndpoint(HttpClient http, Uri address)
{
    /// <returns>The answer's <c>data</c>.</returns>
    /// <exception cref="EndpointException">Nobody answers there, or the answer has errors.</exception>
    public async Task<JsonElement> Ask(string query, object variables, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.PostAsJsonAsync(address, new { query, variables }, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
                throw new EndpointException($"{address} asks for sign-in. {TokenOption.Advice}");
            if (response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) != true)
                throw new EndpointException($"{address} answers {(int)response.StatusCode} and no JSON; is EduAnalytics running there?");
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            if (answer.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
                throw new EndpointException($"{address} refuses the request: {errors[0].GetProperty("message").GetString()}")
                {
                    IsFinal = !errors.EnumerateArray().All(IsRetryable),
                };
            return answer.GetProperty("data");
        }
        // Cut off before the answer, or in the midst of it.
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new EndpointException($"No system answers at {address}; start one with ./edu up. ({fault.Message})", fault);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EndpointException($"{address} did not answer within {http.Timeout.TotalSeconds:0} seconds.", fault);
        }
        catch (JsonException fault)
        {
            throw new EndpointException($"{address} answers with JSON that cannot be read: {fault.Message}", fault);
        }
    }

    private static bool IsRetryable(JsonElement error) =>
        error.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("retryable", out var retryable) && retryable.GetBoolean();
}
