using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.PlotImages;
using EduAnalytics.Dashboard.SignIn;
using EduAnalytics.Dashboard.Visuals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EduAnalytics.Dashboard.Units;

/// <summary>The course of one indicator of a unit as a picture: <c>/plots/unit.svg?unit=230404</c> with the fields of the unit's page.</summary>
public static class UnitImageEndpoints
{
    public static void MapUnitImages(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet($"/plots/unit.{PlotImageEndpoints.Format}", Picture).AddEndpointFilter<RequestReader>();

    private static Task<IResult> Picture(string format, HttpContext http, UnitReader reader, PlotImage images, CancellationToken ending) =>
        PlotImageEndpoints.Answer(format, http, async request =>
        {
            var address = new AddressReader(http.Request.QueryString.Value);
            if (address.ReadText("unit") is not { } id)
                return PlotImageProblem.BadRequest("Name the unit: unit=230404.");
            var view = address.ReadUnit(id);
            var data = await reader.Read(view, null, ending);
            if (data.Unit.OrgUnit is not { } unit)
                return PlotImageProblem.BadRequest($"There is no unit '{id}'.");
            var scorecard = Scorecard.Of(data);
            if (UnitReader.Choose(view, scorecard) is not { } chosen || (view.Indicator is { } wanted && wanted != chosen.Code))
                return PlotImageProblem.BadRequest($"There are no values of '{view.Indicator ?? "any indicator"}' for {id}.");
            var row = scorecard.Find(chosen.Code, chosen.Stage)!;
            return PlotImageEndpoints.Send(PlotAnswer.Of(UnitPlot.Spec(unit, row, request.Visitor, request.Size)), request, images, http);
        });
}
