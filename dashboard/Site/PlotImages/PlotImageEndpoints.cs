using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.SignIn;
using EduAnalytics.Dashboard.Visuals;
using EduAnalytics.Dashboard.Visuals.StatusMaps;
using EduAnalytics.Dashboard.Visuals.Strips;
using EduAnalytics.Dashboard.Visuals.Trees;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EduAnalytics.Dashboard.PlotImages;

/// <summary>Plots as addresses, to embed in documents and other sites.</summary>
public static class PlotImageEndpoints
{
    internal const string Format = "{format:regex(^(svg|png)$)}";

    /// <summary><c>/plots/comparison.svg</c> and the like, also as <c>.png</c>, with the fields of the compare page's address.</summary>
    public static void MapPlotImages(this IEndpointRouteBuilder endpoints)
    {
        var plots = endpoints.MapGroup("/plots").AddEndpointFilter<RequestReader>();
        plots.MapGet($"/{{kind:regex(^({ComparedPlots.Pattern})$)}}.{Format}", Compared);
        plots.MapGet($"/status-map.{Format}", StatusMap);
        plots.MapGet($"/strip.{Format}", Strip);
        plots.MapGet($"/tree.{Format}", Tree);
    }

    private static Task<IResult> Compared(
        string kind, string format, HttpContext http, CompareReader reader, PlotImage images, CancellationToken ending) =>
        Answer(format, http, async request =>
        {
            var data = await reader.Read(request.View, null, ending);
            if (data is not { Question: { } question, Answer: { } answer })
                return PlotImageProblem.BadRequest(PlotImageProblem.NothingToDraw(request.View, data.Catalogue));
            var compared = ComparedIndicator.Of(question, answer, request.View, data.Catalogue.Districts());
            return Send(ComparedPlots.Of(kind, compared, request), request, images, http);
        });

    private static Task<IResult> StatusMap(
        string format, HttpContext http, StatusMapReader reader, PlotImage images, CancellationToken ending) =>
        Answer(format, http, async request =>
        {
            var view = request.View;
            var data = await reader.Read(
                new StatusMapView(request.Indicators, request.Group, view.Units, view.Parent, view.Stage, request.Period), ending);
            return Send(StatusMapPlot.Of(data, request.Visitor, request.Size), request, images, http);
        });

    private static Task<IResult> Strip(
        string format, HttpContext http, SchoolsReader reader, PlotImage images, CancellationToken ending) =>
        Answer(format, http, async request =>
        {
            var view = request.View;
            var (data, obstacle) = await reader.Read(view.Indicator, view.Parent, view.Stage, request.Period, ending);
            return data is null
                ? PlotImageProblem.BadRequest(obstacle!)
                : Send(SchoolsPlot.Of(data, request.Visitor, request.Size), request, images, http);
        });

    private static Task<IResult> Tree(
        string format, HttpContext http, TreeReader reader, PlotImage images, CancellationToken ending) =>
        Answer(format, http, async request =>
        {
            var (data, obstacle) = await reader.Read(request.View, request.Period, request.Open, ending);
            return data is null
                ? PlotImageProblem.BadRequest(obstacle!)
                : Send(TreePlot.Of(data, request.Visitor, request.Size), request, images, http);
        });

    internal static IResult Send(PlotAnswer answer, PlotImageRequest request, PlotImage images, HttpContext http) =>
        answer.Spec is { } spec ? images.Of(request, spec, http) : PlotImageProblem.BadRequest(answer.Obstacle!);

    /// <summary>What is wrong with an address, or with the gateway, is told in a sentence and never as a broken picture.</summary>
    internal static async Task<IResult> Answer(string format, HttpContext http, Func<PlotImageRequest, Task<IResult>> draw)
    {
        var request = PlotImageRequest.Read(http.Request.QueryString.Value, format);
        if (request.Refusal is { } refusal)
            return PlotImageProblem.BadRequest(refusal);
        try
        {
            return await draw(request);
        }
        catch (GraphQLRefusedException refused) when (Trouble.Of(refused).Kind is TroubleKind.Refused or TroubleKind.Silent)
        {
            return PlotImageProblem.Of(refused);
        }
        catch (GraphQLUnreachableException)
        {
            return PlotImageProblem.Unavailable();
        }
    }
}
