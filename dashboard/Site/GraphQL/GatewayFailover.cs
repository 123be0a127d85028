using System.Net.Http.Json;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>
/// Sends a request to the gateway that is asked at present, and to the next where that cannot be reached or breaks off before
/// it answers.
/// </summary>
public sealed class GatewayFailover(GatewayList gateways) : DelegatingHandler
{
    private const string OperationsPath = "/graphql";

    /// <summary>
    /// What a gateway takes at the most, unless it was told otherwise; what is longer passes through as it comes, once. What does not
    /// say how long it is and turns out to be longer is refused here.
    /// </summary>
    public const int MostKept = 8 * 1024 * 1024;

    /// <exception cref="HttpRequestException">None can be reached, or one broke off in the middle of what cannot be sent twice.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isKept = await Keep(request, cancellationToken);
        for (var left = gateways.Count; ; left--)
        {
            var asked = gateways.Current;
            request.RequestUri = new Uri(asked, request.RequestUri!.PathAndQuery);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException fault) when (left > 1 && (isKept || DidNotArrive(fault)))
            {
                gateways.TurnFrom(asked);
            }
        }
    }

    /// <summary>
    /// Keeps the body of a GraphQL operation until it is answered. A question can be asked twice; so can every mutation, since
    /// each has a submission's id and counts once under it. Many programs write JSON without saying first how long it will be, and
    /// theirs are kept too. Whatever else has a body, a file or a stream of lines, is read only once: whoever sent it sends it again.
    /// </summary>
    /// <returns>Whether the request can be sent again though it may have arrived.</returns>
    private static async Task<bool> Keep(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null or JsonContent)
            return true;
        if (request.RequestUri!.AbsolutePath != OperationsPath || request.Content.Headers.ContentLength > MostKept)
            return false;
        await request.Content.LoadIntoBufferAsync(MostKept, cancellationToken);
        return true;
    }

    private static bool DidNotArrive(HttpRequestException fault) =>
        fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
}
