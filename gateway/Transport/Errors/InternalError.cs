using GraphQL;

namespace EduAnalytics.Gateway.Transport.Errors;

/// <summary>Something broke here. The caller gets a number to quote; what happened stands in the log under that number.</summary>
internal sealed class InternalError : ExecutionError
{
    public InternalError(string reference)
        : base($"Something went wrong on our side. Please quote the reference {reference}.")
    {
        Code = ErrorCodes.Internal;
        Extensions = new Dictionary<string, object?> { ["reference"] = reference };
    }
}
