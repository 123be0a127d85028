using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Gateway.Transport.Errors;

/// <summary>The values of <c>extensions.code</c> that the gateway itself gives. Clients branch on them: they stay as they are.</summary>
internal static class ErrorCodes
{
    /// <summary>The HTTP request or its JSON is not what the protocol asks for.</summary>
    public const string BadRequest = "BAD_REQUEST";

    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema; <c>extensions.rule</c> names the rule it broke.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>An argument or a variable has a value that the schema refuses.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The document has no operation of the given name, or several and none was named.</summary>
    public const string OperationUnresolved = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>Nobody who is let in stands behind the request, or no longer.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED_HERE";
    public const string QueryTooDeep = "QUERY_TOO_DEEP";

    /// <summary>The document itself is too long, whatever it asks for.</summary>
    public const string DocumentTooLarge = "DOCUMENT_TOO_LARGE";

    public const string TooManyFields = "TOO_MANY_FIELDS";
    public const string TooManyFieldMerges = "TOO_MANY_FIELD_MERGES";
    public const string TooManyFragmentVisits = "TOO_MANY_FRAGMENT_VISITS";

    /// <summary>It would take too much to answer; <c>extensions.cost</c> of the answer says how much.</summary>
    public const string QueryTooCostly = "QUERY_TOO_COSTLY";

    public const string TooManyOperations = "TOO_MANY_OPERATIONS";

    /// <summary>A hash came alone and nothing is kept under it: to be sent again with the query.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    public const string PersistedQueryHashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>This gateway serves known operations only.</summary>
    public const string OperationNotKnown = "OPERATION_NOT_KNOWN";

    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";

    /// <summary>No event stream is reserved under the token that was sent, or no longer.</summary>
    public const string StreamNotFound = "STREAM_NOT_FOUND";

    public const string StreamAlreadyOpen = "STREAM_ALREADY_OPEN";
    public const string OperationIdInUse = "OPERATION_ID_IN_USE";
    public const string TooManyStreams = "TOO_MANY_STREAMS";
    public const string RequestTooLarge = "REQUEST_TOO_LARGE";

    /// <summary>The caller asks too often; <c>extensions.retryAfterSeconds</c> says when to ask again.</summary>
    public const string TooManyRequests = "TOO_MANY_REQUESTS";

    public const string TooManySubscriptions = "TOO_MANY_SUBSCRIPTIONS";
    public const string TimedOut = "TIMED_OUT";

    /// <summary>No silo could be reached that holds what was asked for; the same request, sent again, finds another.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>The journal does not answer; <c>extensions.retryable</c> says whether to ask again.</summary>
    public const string StoreUnavailable = SubmissionErrorCodes.StoreUnavailable;

    /// <summary>A resolver refused and gave no code of its own.</summary>
    public const string ExecutionFailed = "EXECUTION_FAILED";

    /// <summary>A fault of ours; <c>extensions.reference</c> is the number to quote.</summary>
    public const string Internal = "INTERNAL";
}
