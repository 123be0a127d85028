using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.PlotImages;

/// <summary>Why an address gives no picture: one sentence of plain text, for the person who wrote the address.</summary>
internal static class PlotImageProblem
{
    private const string ForbiddenCode = "FORBIDDEN";

    public static IResult BadRequest(string sentence) => Sentence(StatusCodes.Status400BadRequest, sentence);

    /// <summary>The gateway's own sentence, where it refuses what the address asks for.</summary>
    public static IResult Of(GraphQLRefusedException refused) => Sentence(
        refused.Errors.Any(error => error.Code == ForbiddenCode) ? StatusCodes.Status403Forbidden
        : refused.Errors.Any(error => error.SilentUnit is not null) ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status400BadRequest,
        refused.Message);

    /// <summary>A picture has no place to say what it lacks.</summary>
    public static IResult Without(IEnumerable<OrgUnit> silent) => Sentence(
        StatusCodes.Status503ServiceUnavailable,
        $"{string.Join(", ", silent.Select(unit => $"{unit.Name} ({unit.Id})"))} did not answer in time, and would be missing; try again in a moment.");

    public static IResult Unavailable() =>
        Sentence(StatusCodes.Status503ServiceUnavailable, "The data service does not answer; try again in a moment.");

    /// <summary>What stands in the way where the address could be read but asks for nothing that exists.</summary>
    public static string NothingToDraw(CompareView view, CatalogueAnswer catalogue) =>
        view.Indicator is { } code && catalogue.Indicators.All(one => one.Code != code)
            ? $"There is no indicator '{code}'. The codes are listed by the GraphQL query {{ indicators {{ code name }} }}."
            : "There are no units to compare yet.";

    private static IResult Sentence(int status, string sentence) =>
        Results.Text(sentence + "\n", "text/plain; charset=utf-8", statusCode: status);
}
