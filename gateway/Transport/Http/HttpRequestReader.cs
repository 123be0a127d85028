using System.Buffers;
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
    /// <summary>The request's parameters as JSON, not yet looked at. Exactly one of the two is given.</summary>
    public async Task<(byte[]? Text, HttpProblem? Problem)> ReadTextAsync(HttpRequest http)
    {
        try
        {
            if (!HttpMethods.IsPost(http.Method))
                return (ReadQueryString(http.Query), null);
            return IsJson(http.ContentType)
                ? (await ReadBodyAsync(http), null)
                : (null, HttpProblem.UnsupportedMediaType(http.ContentType));
        }
        catch (JsonException malformed)
        {
            return (null, Malformed(malformed));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, HttpProblem.TooLarge(options.Value.MaxRequestBytes));
        }
    }

    /// <summary>Exactly one of the two is given.</summary>
    public async Task<(OperationRequest? Request, HttpProblem? Problem)> ReadAsync(HttpRequest http)
    {
        var (text, problem) = await ReadTextAsync(http);
        return text is null ? (null, problem) : Parse(text);
    }

    /// <summary>Exactly one of the two is given.</summary>
    public static (OperationRequest? Request, HttpProblem? Problem) Parse(byte[] text)
    {
        try
        {
            using var parameters = RequestJson.Parse(text);
            return OperationRequest.TryRead(parameters.RootElement, out var request, out var problem)
                ? (request, null)
                : (null, HttpProblem.BadRequest(problem));
        }
        catch (JsonException malformed)
        {
            return (null, Malformed(malformed));
        }
    }

    private static HttpProblem Malformed(JsonException malformed) => HttpProblem.BadRequest(
        $"The request is not valid JSON (line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}).");

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private async Task<byte[]> ReadBodyAsync(HttpRequest http)
    {
        // The server counts while it reads, so a body without a stated length is cut off as well.
        if (http.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = options.Value.MaxRequestBytes;
        while (true)
        {
            var read = await http.BodyReader.ReadAsync(http.HttpContext.RequestAborted);
            if (read.IsCompleted)
            {
                var text = read.Buffer.ToArray();
                http.BodyReader.AdvanceTo(read.Buffer.End);
                return text;
            }

            http.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static byte[] ReadQueryString(IQueryCollection query)
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
        return buffer.ToArray();
    }
}
