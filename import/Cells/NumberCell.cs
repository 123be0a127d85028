using System.Globalization;

namespace EduAnalytics.Import.Cells;

/// <summary>How a file writes its numbers.</summary>
/// <param name="DecimalComma">1.234,5 instead of 1,234.5.</param>
/// <param name="ChineseUnits">22.45万 and 1.2亿 may stand in cells.</param>
/// <param name="Percent">A percent sign may follow: the value is kept in percent.</param>
internal readonly record struct NumberForm(bool DecimalComma, bool ChineseUnits, bool Percent)
{
    public string Expected =>
        $"a number such as {(DecimalComma ? "1234,5 or 1.234,5" : "1234.5 or 1,234.5")}"
        + (Percent ? ", with or without %" : "") + (ChineseUnits ? ", with or without 万 or 亿" : "");
}

/// <summary>Reads numbers as spreadsheets have them.</summary>
internal static class NumberCell
{
    private const decimal TenThousand = 10_000;
    private const decimal HundredMillion = 100_000_000;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool TryParse(string cell, NumberForm form, out decimal value)
    {
        var text = CellText.Plain(cell).AsSpan().Trim();
        value = 0;
        if (text.EndsWith("%"))
        {
            if (!form.Percent)
                return false;
            text = text[..^1].TrimEnd();
        }

        var scale = 1m;
        if (form.ChineseUnits && text.Length > 0 && text[^1] is '万' or '亿')
        {
            scale = text[^1] == '万' ? TenThousand : HundredMillion;
            text = text[..^1].TrimEnd();
        }

        if (!TryUngroup(text, form.DecimalComma, out var digits)
            || !decimal.TryParse(digits, Plain, CultureInfo.InvariantCulture, out value))
            return false;
        value = Scaled(value, scale);
        return true;
    }

    /// <summary>A product without the zeros that a decimal keeps from its factors: 6217.19 万 is 62171900, not 62171900.00.</summary>
    public static decimal Scaled(decimal value, decimal scale) => scale == 1 ? value : value * scale / 1.0000000000000000000000000000m;

    /// <summary>Takes out signs between thousands. Groups that are not of three digits make no number: 1,5 is not fifteen.</summary>
    private static bool TryUngroup(ReadOnlySpan<char> text, bool decimalComma, out string digits)
    {
        var (group, point) = decimalComma ? ('.', ',') : (',', '.');
        digits = "";
        var whole = text.IndexOf(point) is >= 0 and var at ? text[..at] : text;
        var rest = text[whole.Length..];
        if (rest.IndexOf(group) >= 0 || rest.LastIndexOf(point) > 0)
            return false;
        var parts = whole.ToString().Split(group, ' ', '\u00a0', '\u202f', '\'');
        if (parts.Length > 1 && (parts[0].TrimStart('-', '+').Length is 0 or > 3 || parts.Skip(1).Any(part => part.Length != 3 || !part.All(char.IsAsciiDigit))))
            return false;
        digits = string.Concat(parts) + (rest.IsEmpty ? "" : $".{rest[1..]}");
        return true;
    }
}
