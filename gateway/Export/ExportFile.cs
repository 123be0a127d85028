using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EduAnalytics.Gateway.Export;

/// <summary>What is sent as a file.</summary>
/// <param name="Tag">Names the content, whatever its bytes.</param>
/// <param name="Write">Writes it piece by piece.</param>
internal sealed record ExportFile(string Name, string ContentType, EntityTagHeaderValue Tag, Func<Stream, CancellationToken, Task> Write)
{
    /// <summary>Where more is said of it, as a <c>Link</c>; null for nowhere.</summary>
    public string? Link { get; init; }

    public async Task Send(HttpContext http)
    {
        var response = http.Response;
        var headers = response.GetTypedHeaders();
        headers.ETag = Tag;
        // Figures change at any time, and another caller may see less: a cache of one's own may keep it, and asks each time.
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true, Private = true };
        response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(Tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = ContentType;
        if (Link is not null)
            response.Headers.Link = Link;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(Name);
        headers.ContentDisposition = disposition;
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        await using var body = new BodyStream(response.BodyWriter);
        await Write(body, http.RequestAborted);
        await body.FlushAsync(http.RequestAborted);
    }
}
