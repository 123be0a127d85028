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
    /// <summary><c>/plots/comparison.svg</c> and <c>.png</c>, with the fields of the compare page's address.</summary>
    public static void MapPlotImages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/plots/comparison.{format:regex(^(svg|png)$)}", Comparison).AddEndpointFilter<RequestReader>();

    private static async Task<IResult> Comparison(
        string format, HttpContext http, CompareReader reader, PlotImage images, CancellationToken ending)
    {
        var request = PlotImageRequest.Read(http.Request.QueryString.Value, format);
        if (request.Refusal is { } refusal)
            return PlotImageProblem.BadRequest(refusal);
        try
        {
            var data = await reader.Read(request.View, null, ending);
            return data is { Question: { } question, Answer: { } answer }
                ? images.Of(request, ComparedIndicator.Of(question, answer, request.View, data.Catalogue.Districts()), http)
                : PlotImageProblem.BadRequest(PlotImageProblem.NothingToDraw(request.View, data.Catalogue));
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
