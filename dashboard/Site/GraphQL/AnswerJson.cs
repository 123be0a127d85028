using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>How answers are read: names in camel case, enums in the schema's SCREAMING_CASE.</summary>
public static class AnswerJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Splits a whole response into data and errors.</summary>
    /// <exception cref="GraphQLUnreachableException">It is no GraphQL response.</exception>
    public static GraphQLAnswer ReadAnswer(JsonElement response)
    {
        if (response.ValueKind != JsonValueKind.Object)
            throw new GraphQLUnreachableException("The answer is not a GraphQL response.");
        JsonElement? data = response.TryGetProperty("data", out var found) && found.ValueKind == JsonValueKind.Object
            ? found
            : null;
        return new GraphQLAnswer(data, response.TryGetProperty("errors", out var errors) ? ReadErrors(errors) : []);
    }

    /// <summary>Reads an <c>errors</c> list, as it stands in a response or in a refused subscription.</summary>
    public static ImmutableArray<GraphQLError> ReadErrors(JsonElement errors) =>
        errors.ValueKind == JsonValueKind.Array ? [.. errors.EnumerateArray().Select(ReadError)] : [];

    private static GraphQLError ReadError(JsonElement error)
    {
        JsonElement? extensions = error.TryGetProperty("extensions", out var found) ? found : null;
        return new GraphQLError(
            TextOf(error, "message") ?? string.Empty, TextOf(extensions, "code"), TextOf(extensions, "reference"),
            TextOf(extensions, "input"), TextOf(extensions, "orgUnit"));
    }

    private static string? TextOf(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } holder
        && holder.TryGetProperty(name, out var text)
        && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
