using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.PlotImages;
using EduAnalytics.Dashboard.Report.Canvas;
using EduAnalytics.Dashboard.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EduAnalytics.Dashboard.Report;

/// <summary>The visuals of a report as pictures: <c>/plots/report/lines.svg</c> with the fields of the report's own address.</summary>
public static class ReportImageEndpoints
{
    public static void MapReportImages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"/plots/report/{{visual}}.{PlotImageEndpoints.Format}", Picture).AddEndpointFilter<RequestReader>();

    private static Task<IResult> Picture(
        string visual, string format, HttpContext http, ReportReader reader, PlotImage images, CancellationToken ending) =>
        PlotImageEndpoints.Answer(format, http, async request =>
        {
            var view = new AddressReader(http.Request.QueryString.Value).ReadReport();
            if (ReportModel.Of(view, await reader.Read(view, null, inSteps: false, ending)) is not { } model)
                return PlotImageProblem.BadRequest("There is no such unit or indicator, or nothing to show yet.");
            var visuals = VisualList.Of(model, request.Visitor);
            return visuals.FirstOrDefault(one => one.Name == visual) is { } wanted
                ? wanted.Silent.Count > 0 ? PlotImageProblem.Without(wanted.Silent) : PlotImageEndpoints.Send(wanted.Draw(request.Size), request, images, http)
                : PlotImageProblem.BadRequest($"There is no visual '{visual}'; give one of {string.Join(", ", visuals.Select(one => one.Name))}.");
        });
}
