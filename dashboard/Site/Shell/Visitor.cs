using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Texts;

namespace EduAnalytics.Dashboard.Shell;

/// <summary>How one reader reads: the language and the theme, with the words, numbers and addresses that follow from them.</summary>
public sealed class Visitor
{
    public Visitor(Language language, Theme theme)
    {
        Language = language;
        Theme = theme;
        Texts = TextCatalogue.Of(language);
        Numbers = new NumberWriter(language, Texts);
        Urls = new Urls(this);
    }

    /// <summary>
    /// Who reads in the usual language and theme: an address written for it says nothing of either, so that whoever opens it
    /// keeps his own.
    /// </summary>
    public static Visitor Usual { get; } = From(null, null);

    public Language Language { get; }

    public Theme Theme { get; }

    public ScreenTexts Texts { get; }

    public NumberWriter Numbers { get; }

    public Urls Urls { get; }

    public string ThemeCode => CodeOf(Theme);

    /// <summary>What an address must say for its next reader to see the same.</summary>
    public IEnumerable<KeyValuePair<string, string?>> AddressFields =>
    [
        new("lang", Language == Language.Chinese ? null : Language.Code),
        new("theme", Theme == Theme.Auto ? null : ThemeCode),
    ];

    public static string CodeOf(Theme theme) => theme.ToString().ToLowerInvariant();

    /// <summary>From codes as an address or a cookie holds them; what is unknown falls back to Chinese and the system's theme.</summary>
    public static Visitor From(string? language, string? theme) => new(
        Language.Find(language) ?? Language.Chinese,
        FindTheme(theme) ?? Theme.Auto);

    public static Theme? FindTheme(string? code) => code switch
    {
        "light" => Theme.Light,
        "dark" => Theme.Dark,
        "auto" => Theme.Auto,
        _ => null,
    };

    /// <summary>A name in the reader's language where there is one.</summary>
    public string Name(string chinese, string? english) =>
        Language == Language.English && english is { Length: > 0 } ? english : chinese;
}
