using EduAnalytics.Gateway.Transport.Errors;
using GraphQL.Validation;

namespace EduAnalytics.Gateway.Transport.Limits;

/// <summary>
/// Something is more than the gateway allows. The caller learns what was counted, the bound, and the setting it comes from:
/// in the sentence, and as <c>extensions.value</c>, <c>limit</c> and <c>setting</c>.
/// </summary>
internal sealed class LimitExceededError : ValidationError
{
    public LimitExceededError(string code, string message, LimitReached reached)
        : base($"{message} ({reached.Setting}).")
    {
        Code = code;
        Extensions = reached.AsExtensions();
    }

    public static LimitExceededError TooDeep(int depth, int limit) => new(
        ErrorCodes.QueryTooDeep,
        $"The operation is {depth} fields deep; the limit is {limit}",
        new LimitReached(nameof(GatewayOptions.MaxDepth), limit, depth));

    public static LimitExceededError TooLong(int characters, int limit) => new(
        ErrorCodes.DocumentTooLarge,
        $"The document has {characters} characters; the limit is {limit}. Send values as variables",
        new LimitReached(nameof(GatewayOptions.MaxDocumentCharacters), limit, characters));

    /// <summary>Counting stops at the bound, so the value is a lower bound of what was sent.</summary>
    public static LimitExceededError TooManyTokens(int tokens, int limit) => new(
        ErrorCodes.DocumentTooLarge,
        $"The document has more than {limit} tokens, which is the limit. Send values as variables",
        new LimitReached(nameof(GatewayOptions.MaxTokens), limit, tokens));

    public static LimitExceededError NestedTooDeep(int levels, int limit) => new(
        ErrorCodes.QueryTooDeep,
        $"The document nests deeper than {limit} levels, which is the limit",
        new LimitReached(nameof(GatewayOptions.MaxNesting), limit, levels));

    public static LimitExceededError TooManyFields(long fields, int limit) => new(
        ErrorCodes.TooManyFields,
        $"The operation has {fields} fields, those of a fragment counted wherever it is spread; the limit is {limit}",
        new LimitReached(nameof(GatewayOptions.MaxFields), limit, fields));

    public static LimitExceededError TooManyFieldMerges(long merges, int limit) => new(
        ErrorCodes.TooManyFieldMerges,
        $"The document has {merges} pairs of fields under one name to be merged; the limit is {limit}. Name each field once, or give aliases",
        new LimitReached(nameof(GatewayOptions.MaxFieldMerges), limit, merges));

    public static LimitExceededError TooManyFragmentVisits(long visits, int limit) => new(
        ErrorCodes.TooManyFragmentVisits,
        $"The operation visits fragments {visits} times; the limit is {limit}",
        new LimitReached(nameof(GatewayOptions.MaxFragmentVisits), limit, visits));

    /// <param name="unit">What is counted, in the plural.</param>
    public static LimitExceededError TooCostly(string unit, string setting, long value, long limit) => new(
        ErrorCodes.QueryTooCostly,
        $"The operation would take {value} {unit}; the limit is {limit}. Ask for fewer units, periods or indicators, or in pages",
        new LimitReached(setting, limit, value));

    public static LimitExceededError TookTooLong(int seconds) => new(
        ErrorCodes.TimedOut,
        $"The operation was ended after {seconds} seconds, which is the limit",
        new LimitReached(nameof(GatewayOptions.ExecutionTimeoutSeconds), seconds, seconds));
}
