namespace EduAnalytics.Gateway.Queries;

/// <summary>The words by which programs tell refused queries apart. Part of the public contract: add, never rename.</summary>
public static class QueryErrorCodes
{
    public const string UnknownOrgUnit = "UNKNOWN_ORG_UNIT";
    public const string UnknownIndicator = "UNKNOWN_INDICATOR";
    public const string UnknownStandard = "UNKNOWN_STANDARD";
    public const string WrongPeriod = "WRONG_PERIOD";
    public const string WrongStage = "WRONG_STAGE";
    public const string BadArgument = "BAD_ARGUMENT";

    /// <summary>The reader's role does not reach so far.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>Nobody is signed in, or the right has ended.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";
}

/// <summary>A query that cannot be answered as it was asked; the schema turns it into a GraphQL error.</summary>
/// <param name="code">One of <see cref="QueryErrorCodes"/>.</param>
/// <param name="message">A sentence for the asker: what was given and what was expected.</param>
/// <param name="input">The offending input as it was given.</param>
public sealed class QueryRefusedException(string code, string message, string input) : Exception(message)
{
    public string Code => code;

    public string Input => input;

    /// <summary>The bound that was passed; null where the query was refused for something else.</summary>
    public QueryLimit? Limit { get; init; }
}

/// <summary>A bound on what may be asked for.</summary>
/// <param name="Option">The option of <see cref="GatewayOptions"/> that sets it.</param>
/// <param name="Limit">The most that is allowed.</param>
/// <param name="Value">What was asked for.</param>
public sealed record QueryLimit(string Option, long Limit, long Value);
