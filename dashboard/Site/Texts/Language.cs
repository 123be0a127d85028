using System.Globalization;

namespace EduAnalytics.Dashboard.Texts;

/// <summary>A language of the screens. Chinese is the first: it is used where none is asked for.</summary>
public sealed record Language
{
    public static readonly Language Chinese = new("zh", "zh-CN");
    public static readonly Language English = new("en", "en-GB");

    private Language(string code, string culture)
    {
        Code = code;
        Culture = CultureInfo.GetCultureInfo(culture);
    }

    public static IReadOnlyList<Language> All { get; } = [Chinese, English];

    /// <summary>As in an address: <c>lang=en</c>.</summary>
    public string Code { get; }

    /// <summary>Decides how numbers and dates are written; its name is the page's <c>lang</c>.</summary>
    public CultureInfo Culture { get; }

    public Language Other => this == Chinese ? English : Chinese;

    /// <summary>The language of that code; null where there is none.</summary>
    public static Language? Find(string? code) => All.FirstOrDefault(language => language.Code == code);
}
