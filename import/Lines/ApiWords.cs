using System.Collections.Frozen;
using System.Text.Json;

namespace EduAnalytics.Import.Lines;

/// <summary>Enumeration words as the API spells them: <c>DroppedOut</c> is <c>DROPPED_OUT</c>.</summary>
internal static class ApiWords
{
    public static JsonEncodedText Of<T>(T value)
        where T : struct, Enum => Words<T>.Spelt[value];

    private static class Words<T>
        where T : struct, Enum
    {
        public static FrozenDictionary<T, JsonEncodedText> Spelt { get; } =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonEncodedText.Encode(JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString())));
    }
}
