using System.Security.Cryptography;
using System.Text;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>The served schema as text, for code generators and for whoever wants to read it.</summary>
internal sealed class SchemaText(ISchema schema, HttpAnswer answer, IOptions<GatewayOptions> options)
{
    private readonly Lazy<string> _text = new(() => schema.Print());

    public string Text => _text.Value;

    public async Task WriteAsync(HttpContext http)
    {
        if (!options.Value.Introspection)
        {
            await answer.WriteAsync(http, HttpProblem.SchemaWithheld, AnswerMedia.Json);
            return;
        }
        var content = Encoding.UTF8.GetBytes(Text);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        // As text, so that a browser shows it and does not guess: for a schema there is no media type that anyone knows.
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }
}
