using System.Net;
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
    /// What a gateway takes at the most, unless it was told otherwise. An operation that says it is longer passes through as it comes,
    /// once; one that does not say so and turns out to be longer is refused here.
    /// </summary>
    public const int MostKept = 8 * 1024 * 1024;

    /// <exception cref="HttpRequestException">None can be reached, or one broke off in the middle of what cannot be sent twice.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isKept = MayBeKept(request);
        if (isKept && !await TryKeep(request, cancellationToken))
            return new HttpResponseMessage(HttpStatusCode.RequestEntityTooLarge) { RequestMessage = request };
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
    /// Whether the request can be sent again though it may have arrived. A question can be asked twice; so can every mutation, since
    /// each has a submission's id and counts once under it. Many programs write JSON without saying first how long it will be, and
    /// theirs are kept too. Whatever else has a body, a file or a stream of lines, is read only once: whoever sent it sends it again.
    /// </summary>
    private static bool MayBeKept(HttpRequestMessage request) =>
        request.Content is null or JsonContent
        || (request.RequestUri!.AbsolutePath == OperationsPath && request.Content.Headers.ContentLength is null or <= MostKept);

    /// <summary>Keeps the body until it is answered.</summary>
    /// <returns>False where it is longer than what is kept.</returns>
    private static async Task<bool> TryKeep(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not { } coming || coming is JsonContent)
            return true;
        using var body = new KeptBody(MostKept);
        try
        {
            await coming.CopyToAsync(body, cancellationToken);
        }
        catch (HttpRequestException) when (body.IsTooLong)
        {
            // Some contents pass on that no more was taken, and others keep it to themselves.
        }

        if (body.IsTooLong)
            return false;
        request.Content = body.AsContent();
        foreach (var (name, values) in coming.Headers)
            request.Content.Headers.TryAddWithoutValidation(name, values);
        return true;
    }

    private static bool DidNotArrive(HttpRequestException fault) =>
        fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
}
