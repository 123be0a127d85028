using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace EduAnalytics.Dashboard.SavedViews;

/// <summary>
/// Where the forms about views are sent: a plain form and a way back to the list, which work the same without scripts, before
/// the circuit stands and after.
/// </summary>
internal static class ViewForms
{
    private const string List = "/views";

    /// <summary>Of what is wrong with the form itself; the gateway's codes are its own.</summary>
    private const string StaleForm = "STALE_FORM";

    public static void MapViewForms(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Urls.ViewChanges, Take).AddEndpointFilter<RequestReader>();

    private static async Task<IResult> Take(HttpContext http, ViewStore store, IAntiforgery antiforgery)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
            return Back(List, "refusal", StaleForm);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (await Change(form, store, http.RequestAborted) is { } refusal)
            return Back(form["to"], "refusal", refusal);
        return form["change"] == "save" ? Back(form["to"], "saved", form["submission"]) : Back(form["to"], null, null);
    }

    /// <returns>Why it was not made, as a code; null where it was.</returns>
    private static Task<string?> Change(IFormCollection form, ViewStore store, CancellationToken ending)
    {
        var (submission, view, name) = (form["submission"].ToString(), form["view"].ToString(), form["name"].ToString());
        return form["change"].ToString() switch
        {
            "save" => store.Save(submission, name, form["address"].ToString(), form["pinned"].Count > 0, ending),
            "rename" => store.Rename(submission, view, name, ending),
            "pin" => store.Pin(submission, view, pinned: true, ending),
            "unpin" => store.Pin(submission, view, pinned: false, ending),
            "delete" => store.Delete(submission, view, ending),
            _ => Task.FromResult<string?>(StaleForm),
        };
    }

    /// <summary>To the list of views and nowhere else, whatever the form names.</summary>
    private static SeeOther Back(string? to, string? name, string? value)
    {
        var path = to is not null && (to == List || to.StartsWith(List + "?", StringComparison.Ordinal)) ? to : List;
        return new SeeOther(name is null || value is null ? path : QueryHelpers.AddQueryString(path, name, value));
    }
}
