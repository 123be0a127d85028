using System.Text;

namespace EduAnalytics.Import.Cells;

/// <summary>Brings what people type to one form before it is compared or read.</summary>
internal static class CellText
{
    /// <summary>Full-width digits, letters and signs become the plain ones (２０２３年，３％ becomes 2023年,3%).</summary>
    public static string Plain(string text)
    {
        foreach (var c in text)
            if (!char.IsAscii(c))
                return text.Normalize(NormalizationForm.FormKC).Trim();
        return text;
    }

    /// <summary>For comparing headings and words: case, blanks, underscores and hyphens say nothing.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in Plain(text))
            if (!char.IsWhiteSpace(c) && c is not ('_' or '-'))
                key.Append(char.ToLowerInvariant(c));
        return key.ToString();
    }
}
