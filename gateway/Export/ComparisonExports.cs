using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Export.Requests;
using EduAnalytics.Gateway.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
            await failures.ProblemOf(failure, refused => ExportProblem.Of(refused, request.Query)).AsResult().ExecuteAsync(http);
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
        var file = new ExportFile(
            ExportFileName.Of(kind, document.Request.Query, format.Extension),
            format.ContentType,
            await ExportTag.Of(document, $"{kind} {format.Extension}", http.RequestAborted),
            (to, ending) => format.Write(document, to, ending))
        {
            Link = $"<{ExportEndpoints.WarningsPath}{http.Request.QueryString}>; rel=\"describedby\"; type=\"text/csv\"",
        };
        await file.Send(http);
    }
}
