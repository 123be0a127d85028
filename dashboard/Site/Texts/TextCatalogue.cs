using System.Text.Json;
using System.Text.Json.Serialization;

namespace EduAnalytics.Dashboard.Texts;

/// <summary>
/// Every word on the screens, read from one file a language. Reading fails on a text that is missing and on one that no
/// screen uses, so the languages cannot drift apart.
/// </summary>
public static class TextCatalogue
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private static readonly Dictionary<Language, ScreenTexts> Loaded = Language.All.ToDictionary(known => known, Load);

    public static ScreenTexts Of(Language language) => Loaded[language];

    private static ScreenTexts Load(Language language)
    {
        var name = $"Texts/{language.Code}.json";
        using var file = typeof(TextCatalogue).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"No texts '{name}' are embedded in the dashboard.", name);
        return JsonSerializer.Deserialize<ScreenTexts>(file, Strict)
            ?? throw new JsonException($"'{name}' is empty.");
    }
}
