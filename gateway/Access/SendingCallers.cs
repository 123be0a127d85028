using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Gateway.Access;

/// <summary>Who may begin to send: for which units is decided submission by submission.</summary>
internal static class SendingCallers
{
    public static bool TryAdmit(
        ICallers callers, ClaimsPrincipal user, [NotNullWhen(true)] out Caller? caller, [NotNullWhen(false)] out SubmissionError? refusal)
    {
        caller = callers.Present(user);
        refusal = caller is null
            ? new SubmissionError(Forbidden.Ended().Code, Forbidden.Ended().Message)
            : new Rights(caller, OrgUnitTree.Empty).Submits ? null : Forbidden.ToSubmitAnything(caller);
        return refusal is null;
    }
}
