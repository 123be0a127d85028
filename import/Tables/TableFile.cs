using System.Text;
using EduAnalytics.Import.Mappings;

namespace EduAnalytics.Import.Tables;

/// <summary>Opens a file as a table, whatever kind of file it is.</summary>
internal static class TableFile
{
    private const int HeadCharacters = 64 * 1024;

    /// <param name="file">Can be sought; it stays open when the table is disposed.</param>
    /// <exception cref="TableFileException">It is no table that can be read.</exception>
    public static TableReader Open(Stream file, FileFacts facts, Mapping mapping)
    {
        file.Position = 0;
        if (facts.IsWorkbook)
            return new WorkbookTable(file, mapping.Sheet);
        var text = new StreamReader(file, facts.Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: HeadCharacters, leaveOpen: true);
        var separator = mapping.Separator ?? SeparatorOf(file, facts.Encoding);
        file.Position = 0;
        return new CsvTable(text, separator);
    }

    /// <summary>The sign that stands most often outside quotes in the first lines; a comma where none stands there.</summary>
    private static char SeparatorOf(Stream file, Encoding encoding)
    {
        using var text = new StreamReader(file, encoding, true, HeadCharacters, leaveOpen: true);
        var head = new char[HeadCharacters];
        var characters = text.ReadBlock(head);
        Span<char> separators = [',', '\t', ';'];
        Span<int> counts = stackalloc int[separators.Length];
        var quoted = false;
        foreach (var c in head.AsSpan(0, characters))
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && separators.IndexOf(c) is >= 0 and var at)
                counts[at]++;
        }

        // A semicolon separates where commas are decimal signs, so one in three is enough against them.
        if (counts[2] > 0 && counts[2] * 3 >= counts[0] && counts[2] >= counts[1])
            return ';';
        return counts[1] > counts[0] ? '\t' : ',';
    }
}
