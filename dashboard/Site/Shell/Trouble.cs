using System.Diagnostics;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Shell;

public enum TroubleKind
{
    /// <summary>The gateway gave no answer.</summary>
    Unreachable,

    /// <summary>The gateway answered that it cannot do what was asked.</summary>
    Refused,

    /// <summary>One unit did not answer in time, and what was asked for cannot do without it; the message names it.</summary>
    Silent,

    /// <summary>The reader's right has ended.</summary>
    SignedOut,

    /// <summary>Something of our own broke.</summary>
    Fault,
}

/// <summary>Why a page has nothing to show, for its reader.</summary>
/// <param name="Message">What the gateway said; null where it said nothing a reader could use.</param>
/// <param name="Refusal">The error behind the message, from which a screen makes its own words.</param>
/// <param name="Reference">A number under which the logs tell more; null where there is none.</param>
public sealed record Trouble(TroubleKind Kind, string? Message, string? Reference, GraphQLError? Refusal = null)
{
    public static Trouble Of(GraphQLUnreachableException _) => new(TroubleKind.Unreachable, null, CurrentTrace);

    private const string SignedOutCode = "UNAUTHENTICATED";

    /// <summary>An error with a reference is the gateway's own fault; its words are for the logs.</summary>
    public static Trouble Of(GraphQLRefusedException refused)
    {
        if (refused.Errors.Any(error => error.Code == SignedOutCode))
            return new Trouble(TroubleKind.SignedOut, null, null);
        var fault = refused.Errors.FirstOrDefault(error => error.Reference is not null);
        return fault is not null
            ? new Trouble(TroubleKind.Fault, null, fault.Reference)
            : refused.Errors.FirstOrDefault(error => error.SilentUnit is not null) is { } silent
                ? new Trouble(TroubleKind.Silent, silent.Message, null, silent)
                : new Trouble(TroubleKind.Refused, refused.Message, null, refused.Errors.IsEmpty ? null : refused.Errors[0]);
    }

    public static Trouble Fault() => new(TroubleKind.Fault, null, CurrentTrace);

    private static string? CurrentTrace => Activity.Current?.TraceId.ToHexString();
}
