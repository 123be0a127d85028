using GraphQL.Validation;

namespace EduAnalytics.Gateway.Transport.Errors;

/// <summary>The operation is fine, but not on this transport or method.</summary>
internal sealed class OperationKindError(string message) : ValidationError(message);
