using EduAnalytics.Gateway.Access.Requirements;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Limits;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>Why an HTTP request does not get as far as being an operation.</summary>
internal sealed record HttpProblem(int Status, string Code, string Message)
{
    /// <summary>The bound that was passed; null where something else is wrong.</summary>
    public LimitReached? Limit { get; init; }

    /// <summary>How long to wait before asking again; null where asking again would not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static HttpProblem BadRequest(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);

    public static HttpProblem TooLarge(int limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        ErrorCodes.RequestTooLarge,
        $"The request body is larger than {limit} bytes (Gateway:MaxRequestBytes).")
    {
        // Reading stops at the bound: how much more there was is not known.
        Limit = new LimitReached(nameof(GatewayOptions.MaxRequestBytes), limit, limit + 1L),
    };

    public static HttpProblem UnsupportedMediaType(string? given) => new(
        StatusCodes.Status415UnsupportedMediaType,
        ErrorCodes.BadRequest,
        $"A POST must carry application/json in UTF-8; this one says {(string.IsNullOrEmpty(given) ? "nothing" : $"\"{given}\"")}.");

    public static HttpProblem NotAcceptable { get; } = new(
        StatusCodes.Status406NotAcceptable,
        ErrorCodes.BadRequest,
        "Acceptable are application/graphql-response+json, application/json and text/event-stream.");

    public static HttpProblem MethodNotAllowed(string method) => new(
        StatusCodes.Status405MethodNotAllowed, ErrorCodes.BadRequest, $"{method} is not served here; send GET or POST.");

    public static HttpProblem Unauthenticated { get; } = new(
        StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, CallerRefusal.Sentence);

    public static HttpProblem SchemaWithheld { get; } = new(
        StatusCodes.Status403Forbidden, ErrorCodes.IntrospectionDisabled, IntrospectionError.Sentence);

    public static HttpProblem StreamNotFound { get; } = new(
        StatusCodes.Status404NotFound, ErrorCodes.StreamNotFound, "No event stream is reserved under this token, or no longer. Reserve one by PUT.");

    public static HttpProblem StreamAlreadyOpen { get; } = new(
        StatusCodes.Status409Conflict, ErrorCodes.StreamAlreadyOpen, "This event stream is open already, and only one connection may read it.");

    public static HttpProblem OperationIdInUse(string id) => new(
        StatusCodes.Status409Conflict, ErrorCodes.OperationIdInUse, $"An operation \"{id}\" is running on this event stream.");

    public static HttpProblem TooManyStreams(LimitReached reached) => new(
        StatusCodes.Status429TooManyRequests,
        ErrorCodes.TooManyStreams,
        $"{reached.Limit} event streams are reserved or open, which is the limit ({reached.Setting}).")
    { Limit = reached };

    public static HttpProblem TooManyOperations(int limit) => new(
        StatusCodes.Status429TooManyRequests,
        ErrorCodes.TooManyOperations,
        $"This event stream has {limit} operations running, which is the limit (Gateway:MaxOperationsPerSocket).")
    { Limit = new LimitReached(nameof(GatewayOptions.MaxOperationsPerSocket), limit, limit + 1L) };

    public static HttpProblem ForeignOrigin(string origin) => new(
        StatusCodes.Status403Forbidden,
        ErrorCodes.BadRequest,
        $"Pages of {origin} may not open a socket here (Gateway:AllowedOrigins).");

    public ExecutionResult AsResult() => new() { Errors = [AsError()] };

    public ExecutionError AsError()
    {
        var extensions = Limit?.AsExtensions() ?? [];
        if (RetryAfter is { } wait)
            (extensions["retryable"], extensions["retryAfterSeconds"]) = (true, Seconds(wait));
        return new ExecutionError(Message) { Code = Code, Extensions = extensions };
    }

    /// <summary>Rounded up: who comes back after it must not be too early.</summary>
    public static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}
