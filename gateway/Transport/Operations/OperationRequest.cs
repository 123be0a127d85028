using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using EduAnalytics.Gateway.Transport.Persisted;
using GraphQL;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>One operation as a client asked for it, whichever transport brought it.</summary>
/// <param name="Query">The document; null where <paramref name="Hash"/> names it.</param>
/// <param name="Hash">The SHA-256 of the document, as in <c>extensions.persistedQuery</c>; null where none came.</param>
internal sealed record OperationRequest(string? Query, string? OperationName, Inputs Variables, Inputs Extensions, string? Hash = null)
{
    /// <summary>
    /// Reads the parameters that every transport shares from a JSON object; unknown members are ignored, as the
    /// GraphQL over HTTP specification asks. <paramref name="problem"/> is a sentence for the sender.
    /// </summary>
    public static bool TryRead(
        JsonElement parameters,
        [NotNullWhen(true)] out OperationRequest? request,
        [NotNullWhen(false)] out string? problem)
    {
        request = null;
        problem = Problem(parameters);
        if (problem is not null)
            return false;

        request = new OperationRequest(
            Member(parameters, "query")?.GetString(),
            Member(parameters, "operationName") is { } name ? name.GetString() : null,
            Member(parameters, "variables") is { } variables ? JsonValues.ToInputs(variables) : Inputs.Empty,
            Member(parameters, "extensions") is { } extensions ? JsonValues.ToInputs(extensions) : Inputs.Empty,
            PersistedQuery(parameters)?.GetProperty("sha256Hash").GetString()!.ToLowerInvariant());
        return true;
    }

    private static string? Problem(JsonElement parameters)
    {
        if (parameters.ValueKind != JsonValueKind.Object)
            return "The request must be a JSON object with a \"query\"; lists of operations are not accepted.";
        var query = Member(parameters, "query");
        return WrongKind("query", query, JsonValueKind.String, "a string")
            ?? WrongKind("operationName", Member(parameters, "operationName"), JsonValueKind.String, "a string or null")
            ?? WrongKind("variables", Member(parameters, "variables"), JsonValueKind.Object, "an object or null")
            ?? WrongKind("extensions", Member(parameters, "extensions"), JsonValueKind.Object, "an object or null")
            ?? (PersistedQuery(parameters) is { } persisted
                ? IsHash(persisted) ? null : "\"extensions.persistedQuery\" must be {\"version\": 1, \"sha256Hash\": 64 hexadecimal digits}."
                : query is null ? "The request has no \"query\"." : null);
    }

    private static JsonElement? PersistedQuery(JsonElement parameters) =>
        Member(parameters, "extensions") is { } extensions ? Member(extensions, "persistedQuery") : null;

    private static bool IsHash(JsonElement persisted) =>
        persisted.ValueKind == JsonValueKind.Object
        && persisted.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1
        && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String && DocumentHash.IsOne(hash.GetString()!);

    private static string? WrongKind(string name, JsonElement? value, JsonValueKind wanted, string description) =>
        value is null || value.Value.ValueKind == wanted ? null : $"\"{name}\" must be {description}.";

    private static JsonElement? Member(JsonElement parameters, string name) =>
        parameters.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
