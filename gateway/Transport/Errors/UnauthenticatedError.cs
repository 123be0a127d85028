using GraphQL;

namespace EduAnalytics.Gateway.Transport.Errors;

/// <summary>The caller's right has ended, or there was none.</summary>
internal sealed class UnauthenticatedError : ExecutionError
{
    public UnauthenticatedError(string message)
        : base(message) => Code = ErrorCodes.Unauthenticated;

    /// <summary>For what was going on when it happened.</summary>
    public static UnauthenticatedError OfEndedRight() =>
        new("Your right to read here has ended: the token or session expired, or was revoked. Sign in again, or ask for a new token.");
}
