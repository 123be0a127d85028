using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.PlotImages;
using EduAnalytics.Dashboard.SignIn;
using EduAnalytics.Dashboard.Visuals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EduAnalytics.Dashboard.Live;

/// <summary>The arrivals of the last hour as a picture: <c>/plots/pulse.svg?unit=230400</c>, as it stands when it is asked for.</summary>
public static class PulseImageEndpoints
{
    public static void MapPulseImages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"/plots/pulse.{PlotImageEndpoints.Format}", Picture).AddEndpointFilter<RequestReader>();

    private static Task<IResult> Picture(string format, HttpContext http, IGraphQLClient client, TimeProvider time, PlotImage images, CancellationToken ending) =>
        PlotImageEndpoints.Answer(format, http, async request =>
        {
            var view = new AddressReader(http.Request.QueryString.Value).ReadLive();
            if (await LiveReader.UnitOf(view, client, ending) is not { } unit)
                return PlotImageProblem.BadRequest("There is no unit whose figures are for you.");
            if ((await LiveReader.ReadPulse(unit, client, ending)).Activity is not { } activity)
                return PlotImageProblem.BadRequest($"Nothing is known of what came in from '{unit}'.");
            var spec = PulsePlot.Of(activity, PulsePlot.MinuteOf(time.GetUtcNow()), request.Visitor) with
            {
                Width = request.Size.Width,
                Height = request.Size.Height,
                Theme = request.Size.Theme,
                Transparent = false,
            };
            return PlotImageEndpoints.Send(PlotAnswer.Of(spec), request, images, http);
        });
}
