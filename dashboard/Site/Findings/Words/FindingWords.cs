using System.Globalization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace EduAnalytics.Dashboard.Findings.Words;

/// <summary>
/// Where the forms on the page of findings are sent: a plain form and a way back, which work the same without scripts, before
/// the circuit stands and after.
/// </summary>
internal static class FindingWords
{
    private const string Page = "/findings";

    /// <summary>Of what is wrong with the form itself; the gateway's codes are its own.</summary>
    private const string StaleForm = "STALE_FORM";
    private const string Unreachable = "UNREACHABLE";

    public static void MapFindingWords(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Urls.FindingWords, Take).AddEndpointFilter<RequestReader>();

    private static async Task<IResult> Take(HttpContext http, IGraphQLClient client, IAntiforgery antiforgery)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
            return Back(Page, StaleForm);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return Back(form["to"], await Send(form, client, http.RequestAborted));
    }

    /// <returns>Why it was not taken; null where it was.</returns>
    private static async Task<string?> Send(IFormCollection form, IGraphQLClient client, CancellationToken ending)
    {
        var withdraws = form["word"] == "withdraw";
        var variables = new Dictionary<string, object?> { ["submission"] = form["submission"].ToString(), ["finding"] = form["finding"].ToString() };
        if (!withdraws)
        {
            variables["note"] = form["note"].ToString();
            variables["seen"] = Numbers(form["seen"].ToString());
        }

        try
        {
            var answer = await client.ExecuteAsync(Documents.Find($"Findings/Words/{(withdraws ? "Withdraw" : "Acknowledge")}.graphql"), variables, ending);
            if (answer.Errors is [var refused, ..])
                return refused.Code ?? Unreachable;
            var payload = withdraws ? answer.Read<WithdrawalAnswer>().WithdrawAcknowledgement : answer.Read<AcknowledgementAnswer>().AcknowledgeFinding;
            return payload.Errors is [var error, ..] ? error.Code : null;
        }
        catch (GraphQLUnreachableException)
        {
            return Unreachable;
        }
    }

    private static decimal[] Numbers(string seen) =>
        [.. seen.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null)
            .OfType<decimal>()];

    /// <summary>To the page of findings and nowhere else, whatever the form names.</summary>
    private static SeeOther Back(string? to, string? refusal)
    {
        var path = to is not null && (to == Page || to.StartsWith(Page + "?", StringComparison.Ordinal)) ? to : Page;
        return new SeeOther(refusal is null ? path : QueryHelpers.AddQueryString(path, "refusal", refusal));
    }
}

/// <summary>The answer to <c>Findings/Words/Acknowledge.graphql</c>.</summary>
internal sealed record AcknowledgementAnswer(WordPayload AcknowledgeFinding);

/// <summary>The answer to <c>Findings/Words/Withdraw.graphql</c>.</summary>
internal sealed record WithdrawalAnswer(WordPayload WithdrawAcknowledgement);

internal sealed record WordPayload(IReadOnlyList<WordError> Errors);

internal sealed record WordError(string Code);
