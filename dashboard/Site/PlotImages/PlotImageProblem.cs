using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.PlotImages;

/// <summary>Why an address gives no picture: one sentence of plain text, for the person who wrote the address.</summary>
internal static class PlotImageProblem
{
    public static IResult BadRequest(string sentence) =>
        Results.Text(sentence + "\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);

    public static IResult Unavailable() => Results.Text(
        "The data service does not answer; try again in a moment.\n",
        "text/plain; charset=utf-8",
        statusCode: StatusCodes.Status503ServiceUnavailable);

    /// <summary>What stands in the way where the address could be read but asks for nothing that exists.</summary>
    public static string NothingToDraw(CompareView view, CatalogueAnswer catalogue) =>
        view.Indicator is { } code && catalogue.Indicators.All(one => one.Code != code)
            ? $"There is no indicator '{code}'. The codes are listed by the GraphQL query {{ indicators {{ code name }} }}."
            : "There are no units to compare yet.";
}
