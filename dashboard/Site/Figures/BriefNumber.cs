using EduAnalytics.Dashboard.Texts;

namespace EduAnalytics.Dashboard.Figures;

/// <summary>Large numbers in the large units of a language: 万 and 亿, thousands and millions.</summary>
public static class BriefNumber
{
    private static readonly (decimal Size, string Sign)[] Chinese = [(1e8m, " 亿"), (1e4m, " 万")];
    private static readonly (decimal Size, string Sign)[] English = [(1e9m, " bn "), (1e6m, " m "), (1e3m, " k ")];

    /// <summary>Four significant digits or more; ready for a unit to follow.</summary>
    public static string Write(decimal value, Language language)
    {
        var scales = language == Language.Chinese ? Chinese : English;
        var (size, sign) = scales.First(scale => Math.Abs(value) >= scale.Size);
        var scaled = value / size;
        return scaled.ToString(Math.Abs(scaled) >= 1000 ? "N1" : "N2", language.Culture) + sign;
    }
}
