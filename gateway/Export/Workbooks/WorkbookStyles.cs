using System.Drawing;
using SpreadCheetah;
using SpreadCheetah.Styling;

namespace EduAnalytics.Gateway.Export.Workbooks;

/// <summary>The few looks that cells have; a workbook must know each before its first use.</summary>
internal sealed class WorkbookStyles(Spreadsheet workbook)
{
    private readonly Dictionary<int, StyleId> numbers = [];

    public StyleId Heading { get; } = workbook.AddStyle(new Style
    {
        Font = new SpreadCheetah.Styling.Font { Bold = true },
        Fill = new Fill { Color = Color.FromArgb(0xE8, 0xEE, 0xF4) },
        Alignment = new Alignment { WrapText = true, Vertical = VerticalAlignment.Center },
    });

    public StyleId Day { get; } = workbook.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });

    public StyleId Instant { get; } = workbook.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss") });

    public StyleId Wrapped { get; } = workbook.AddStyle(new Style { Alignment = new Alignment { WrapText = true, Vertical = VerticalAlignment.Top } });

    /// <param name="decimals">Digits after the point.</param>
    public StyleId Number(int decimals)
    {
        if (!numbers.TryGetValue(decimals, out var style))
        {
            var format = NumberFormat.Custom(decimals == 0 ? "#,##0" : $"#,##0.{new string('0', decimals)}");
            numbers.Add(decimals, style = workbook.AddStyle(new Style { Format = format }));
        }

        return style;
    }
}
