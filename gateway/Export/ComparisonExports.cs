using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EduAnalytics.Gateway.Export;

/// <summary>Answers an address with a comparison as a file, or with the reason why there is none.</summary>
internal sealed class ComparisonExports(
    ComparisonQueries comparisons, OrgUnitQueries orgUnits, Catalogue catalogue, ExportFailures failures, IOptions<GatewayOptions> options)
{
    /// <param name="kind">The word that the file's name begins with.</param>
    public async Task Answer(HttpContext http, IExportFormat format, string kind)
    {
        if (!ExportAddress.TryRead(http.Request, out var request, out var problem))
        {
            await problem.AsResult().ExecuteAsync(http);
            return;
        }

        ExportDocument document;
        try
        {
            document = await Read(http, request);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            await failures.ProblemOf(failure, request.Query).AsResult().ExecuteAsync(http);
            return;
        }

        await Send(http, document, format, kind);
    }

    private async Task<ExportDocument> Read(HttpContext http, ExportRequest request)
    {
        var caller = http.RequestServices.GetRequiredService<RequestCaller>().Of(http.User);
        var patience = TimeSpan.FromSeconds(options.Value.ExecutionTimeoutSeconds);
        var comparison = await comparisons.Compare(caller, request.Query).WaitAsync(patience, http.RequestAborted);
        return ExportDocument.Of(request, comparison, await orgUnits.Tree(), catalogue);
    }

    private static async Task Send(HttpContext http, ExportDocument document, IExportFormat format, string kind)
    {
        var response = http.Response;
        var headers = response.GetTypedHeaders();
        var tag = await ExportTag.Of(document, $"{kind} {format.Extension}", http.RequestAborted);
        headers.ETag = tag;
        // Figures change at any time, and another caller may see less: a cache of one's own may keep it, and asks each time.
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true, Private = true };
        response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = format.ContentType;
        response.Headers.Link = $"<{ExportEndpoints.WarningsPath}{http.Request.QueryString}>; rel=\"describedby\"; type=\"text/csv\"";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(ExportFileName.Of(kind, document.Request.Query, format.Extension));
        headers.ContentDisposition = disposition;
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        await using var body = new BodyStream(response.BodyWriter);
        await format.Write(document, body, http.RequestAborted);
        await body.FlushAsync(http.RequestAborted);
    }
}
