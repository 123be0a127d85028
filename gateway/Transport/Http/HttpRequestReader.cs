using System.Text.Json;
using EduAnalytics.Gateway.Transport.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>Reads the operation out of a GET's query string or a POST's body.</summary>
internal sealed class HttpRequestReader(IOptions<GatewayOptions> options)
{
    /// <summary>Exactly one of the two is given.</summary>
    public async Task<(OperationRequest? Request, HttpProblem? Problem)> ReadAsync(HttpRequest http)
    {
        try
        {
            using var parameters = HttpMethods.IsPost(http.Method) ? await ReadBodyAsync(http) : ReadQueryString(http.Query);
            return parameters is null
                ? (null, HttpProblem.UnsupportedMediaType(http.ContentType))
                : OperationRequest.TryRead(parameters.RootElement, out var request, out var problem)
                    ? (request, null)
                    : (null, HttpProblem.BadRequest(problem));
        }
        catch (JsonException malformed)
        {
            return (null, HttpProblem.BadRequest(
                $"The request is not valid JSON (line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1})."));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, HttpProblem.TooLarge(options.Value.MaxRequestBytes));
        }
    }

    /// <returns>Null where the body is of another type than JSON in UTF-8.</returns>
    private async Task<JsonDocument?> ReadBodyAsync(HttpRequest http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            return null;
        // The server counts while it reads, so a body without a stated length is cut off as well.
        if (http.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = options.Value.MaxRequestBytes;
        return await JsonDocument.ParseAsync(http.Body, cancellationToken: http.HttpContext.RequestAborted);
    }

    private static JsonDocument ReadQueryString(IQueryCollection query)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var name in new[] { "query", "operationName" })
                if (query[name] is [{ } text, ..])
                    writer.WriteString(name, text);
            foreach (var name in new[] { "variables", "extensions" })
                if (query[name] is [{ Length: > 0 } json, ..])
                {
                    writer.WritePropertyName(name);
                    writer.WriteRawValue(json);
                }
            writer.WriteEndObject();
        }
        return JsonDocument.Parse(buffer.ToArray());
    }
}
