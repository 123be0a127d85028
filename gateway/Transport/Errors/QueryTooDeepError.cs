using GraphQL.Validation;

namespace EduAnalytics.Gateway.Transport.Errors;

/// <summary>The operation nests deeper than the gateway allows.</summary>
internal sealed class QueryTooDeepError(int depth, int limit) : ValidationError(
    $"The operation is {depth} fields deep; the limit is {limit} (Gateway:MaxDepth).");
