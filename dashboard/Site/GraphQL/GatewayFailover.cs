using System.Net.Http.Json;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>Sends a request to the gateway that is asked at present, and to the next where that cannot be reached.</summary>
public sealed class GatewayFailover(GatewayList gateways) : DelegatingHandler
{
    /// <exception cref="HttpRequestException">None can be reached, or one broke off in the middle of what cannot be sent twice.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var left = gateways.Count; ; left--)
        {
            var asked = gateways.Current;
            request.RequestUri = new Uri(asked, request.RequestUri!.PathAndQuery);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException fault) when (left > 1 && CanBeSentAgain(request, fault))
            {
                gateways.TurnFrom(asked);
            }
        }
    }

    /// <summary>
    /// What did not arrive at all can be; so can a question, and a submission, which counts once under its id. A body that is
    /// read only once cannot.
    /// </summary>
    private static bool CanBeSentAgain(HttpRequestMessage request, HttpRequestException fault) =>
        fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
        || request.Content is null or JsonContent;
}
