using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Access;

/// <summary>The sentences by which a caller learns where its rights end, and whom to ask.</summary>
internal static class Forbidden
{
    public static QueryRefusedException Ended() => new(
        QueryErrorCodes.Unauthenticated, "Your right to read here has ended or was withdrawn. Sign in again, or ask for a new token.", "authorization");

    public static QueryRefusedException ToRead(Caller caller, string unit) => new(
        QueryErrorCodes.Forbidden,
        $"The figures of {unit} are not for you: {Bound(caller)}. Ask an administrator of {unit} for a role there.",
        unit);

    public static SubmissionError ToSubmit(Caller caller, string unit, string field) => new(
        SubmissionErrorCodes.Forbidden, $"Nothing was stored for {unit}: {Bound(caller)}, and {SubmitsWhere(caller)}.", null, field);

    public static SubmissionError ToSubmitAnything(Caller caller) => new(
        SubmissionErrorCodes.Forbidden, $"Nothing was read: {Bound(caller)}, and {SubmitsWhere(caller)}.");

    public static SubmissionError ToRegister(Caller caller, OrgUnitId? unit) => new(
        SubmissionErrorCodes.Forbidden,
        $"No org unit was registered{(unit is { } known ? $", because of {known}" : "")}: {Bound(caller)}, and only an administrator registers units, below its own.");

    public static SubmissionError ToAcknowledge(Caller caller, string unit) => new(
        SubmissionErrorCodes.Forbidden,
        $"Nothing was said of the findings of {unit}: {Bound(caller)}, and only a unit's reporter, or a monitor or an administrator at or above it, does that.",
        null,
        "finding");

    private static string Bound(Caller caller) =>
        caller.Unit is { } unit ? $"your role, {Word(caller.Role)}, holds at {unit} and below" : $"your role is {Word(caller.Role)}";

    private static string SubmitsWhere(Caller caller) => caller switch
    {
        { Role: Role.Reporter, Unit: { } own } => $"a reporter sends for its own unit only, {own}",
        { Role: Role.Reporter } => "a reporter sends for one unit, which yours does not name",
        { Role: Role.Administrator } => "an administrator sends for its own unit and those below",
        _ => "only a unit's reporter or an administrator sends figures and records",
    };

    private static string Word(Role role) => role.ToString().ToLowerInvariant();
}
