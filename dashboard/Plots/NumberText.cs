using System.Globalization;

namespace EduAnalytics.Plots;

/// <summary>How a plot writes numbers: in full beside a mark, shortened along an axis.</summary>
internal sealed record NumberText(string Culture, int Decimals, string Unit)
{
    private static readonly (decimal Size, string Sign)[] Chinese = [(1e8m, "亿"), (1e4m, "万")];
    private static readonly (decimal Size, string Sign)[] Other = [(1e9m, "bn"), (1e6m, "m"), (1e3m, "k")];

    private CultureInfo Info { get; } = CultureInfo.GetCultureInfo(Culture);

    public string Full(decimal value) => value.ToString("N" + Decimals, Info);

    /// <summary>A sign such as % stands at the number; a word keeps a space.</summary>
    public string WithUnit(decimal value) => Unit switch
    {
        "" => Full(value),
        "%" or "‰" => Full(value) + Unit,
        _ => $"{Full(value)} {Unit}",
    };

    /// <summary>Eight digits cannot be compared at a glance: from 100,000 on, a value beside a mark is shortened.</summary>
    public string Short(decimal value) => Math.Abs(value) < 1e5m ? Full(value) : Scaled(value, value, "N1");

    /// <summary>Labels of one axis share one scale, chosen by its largest value.</summary>
    public string OnAxis(decimal value, decimal largest) =>
        largest < 1e4m ? value.ToString("#,0.######", Info) : Scaled(value, largest, "#,0.##");

    private string Scaled(decimal value, decimal largest, string format)
    {
        var scales = Info.TwoLetterISOLanguageName == "zh" ? Chinese : Other;
        foreach (var (size, sign) in scales)
            if (Math.Abs(largest) >= size)
                return value == 0 ? "0" : (value / size).ToString(format, Info) + sign;
        return Full(value);
    }
}
