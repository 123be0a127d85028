using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EduAnalytics.Dashboard.PlotImages;

/// <summary>Plots as addresses, to embed in documents and other sites.</summary>
public static class PlotImageEndpoints
{
    private const string Format = "{format:regex(^(svg|png)$)}";

    /// <summary><c>/plots/comparison.svg</c> and the like, also as <c>.png</c>, with the fields of the compare page's address.</summary>
    public static void MapPlotImages(this IEndpointRouteBuilder endpoints)
    {
        var plots = endpoints.MapGroup("/plots").AddEndpointFilter<RequestReader>();
        plots.MapGet($"/{{kind:regex(^({ComparedPlots.Pattern})$)}}.{Format}", Compared);
    }

    private static Task<IResult> Compared(
        string kind, string format, HttpContext http, CompareReader reader, PlotImage images, CancellationToken ending) =>
        Answer(format, http, async request =>
        {
            var data = await reader.Read(request.View, null, ending);
            if (data is not { Question: { } question, Answer: { } answer })
                return PlotImageProblem.BadRequest(PlotImageProblem.NothingToDraw(request.View, data.Catalogue));
            var compared = ComparedIndicator.Of(question, answer, request.View, data.Catalogue.Districts());
            return ComparedPlots.Obstacle(compared, request) is { } obstacle
                ? PlotImageProblem.BadRequest(obstacle)
                : images.Of(request, ComparedPlots.Spec(kind, compared, request), http);
        });

    /// <summary>What is wrong with an address, or with the gateway, is told in a sentence and never as a broken picture.</summary>
    private static async Task<IResult> Answer(string format, HttpContext http, Func<PlotImageRequest, Task<IResult>> draw)
    {
        var request = PlotImageRequest.Read(http.Request.QueryString.Value, format);
        if (request.Refusal is { } refusal)
            return PlotImageProblem.BadRequest(refusal);
        try
        {
            return await draw(request);
        }
        catch (GraphQLRefusedException refused) when (Trouble.Of(refused) is { Kind: TroubleKind.Refused } trouble)
        {
            return PlotImageProblem.BadRequest(trouble.Message ?? refused.Message);
        }
        catch (GraphQLUnreachableException)
        {
            return PlotImageProblem.Unavailable();
        }
    }
}
