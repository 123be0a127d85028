using EduAnalytics.Gateway.Transport.Limits;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace EduAnalytics.Gateway.Transport.Errors;

/// <summary>
/// What a client sees of an error: the message, one stable code, and what the error itself chose to publish.
/// Written instead of taking the engine's own provider, which also publishes the names of inner exceptions.
/// </summary>
internal sealed class ErrorDescription : IErrorInfoProvider
{
    public ErrorInfo GetInfo(ExecutionError executionError)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = CodeOf(executionError) };
        if (executionError is ValidationError { Number: not null } broken)
            extensions["rule"] = broken.Code;
        foreach (var (key, value) in executionError.Extensions ?? [])
            extensions[key] = value;
        return new ErrorInfo { Message = MessageOf(executionError), Extensions = extensions };
    }

    /// <summary>For a variable the engine names the value and leaves out what the scalar found wrong with it.</summary>
    private static string MessageOf(ExecutionError error) =>
        error is InvalidVariableError { InnerException: FormatException reason } && !error.Message.Contains(reason.Message, StringComparison.Ordinal)
            ? $"{error.Message}. {reason.Message}"
            : error.Message;

    public static string CodeOf(ExecutionError error) => error switch
    {
        InternalError or UnhandledError => ErrorCodes.Internal,
        OperationKindError => ErrorCodes.OperationNotAllowed,
        LimitExceededError or IntrospectionError => error.Code!,
        SyntaxError => ErrorCodes.ParseFailed,
        NoOperationError or NoOperationNameError or InvalidOperationNameError => ErrorCodes.OperationUnresolved,
        InvalidVariableError or InvalidLiteralError or InvalidValueError => ErrorCodes.BadUserInput,
        ValidationError => ErrorCodes.ValidationFailed,
        TimeoutError => ErrorCodes.TimedOut,
        RequestError { Code: null } => ErrorCodes.BadRequest,
        _ => error.Code ?? ErrorCodes.ExecutionFailed,
    };
}
