using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.PlotImages;
using EduAnalytics.Dashboard.SignIn;
using EduAnalytics.Dashboard.Visuals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EduAnalytics.Dashboard.Standards.Schools;

/// <summary>How unevenly a district's schools stand, as a picture: <c>/plots/variation.svg?unit=230402&amp;standard=quality-balanced-2017</c>.</summary>
public static class VariationImageEndpoints
{
    public static void MapVariationImages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"/plots/variation.{PlotImageEndpoints.Format}", Picture).AddEndpointFilter<RequestReader>();

    private static Task<IResult> Picture(string format, HttpContext http, ComplianceReader reader, PlotImage images, CancellationToken ending) =>
        PlotImageEndpoints.Answer(format, http, async request =>
        {
            var address = new AddressReader(http.Request.QueryString.Value);
            if (address.ReadText("unit") is not { } unit || address.ReadText("standard") is not { } standard)
                return PlotImageProblem.BadRequest("Name the unit and the standard: unit=230402&standard=quality-balanced-2017.");
            var view = address.ReadCompliance(unit, standard);
            var data = await reader.Read(view, null, ending);
            if (data is not { Asked: { } asked, Own: { } own, Unit.OrgUnit: { } assessed, Period: { } period })
                return PlotImageProblem.BadRequest($"There is no district or school '{unit}', or no standard '{standard}'.");
            var assessment = new Assessment(asked, own, assessed.OrgUnit);
            var spreads = assessment.Matrices.Select(matrix => matrix.Stage).Where(stage => view.Stage is null || stage == view.Stage)
                .Select(assessment.SpreadsOf).FirstOrDefault(some => some.Count > 0);
            return PlotImageEndpoints.Send(
                spreads is null
                    ? PlotAnswer.Because(PlotObstacle.NoData, $"No variation between the schools of '{unit}' is known in {period}{(view.Stage is null ? string.Empty : "; leave 'stage' out for the first stage that has one")}.")
                    : PlotAnswer.Of(VariationPlot.Spec(spreads, period, request.Visitor, request.Size)),
                request,
                images,
                http);
        });
}
