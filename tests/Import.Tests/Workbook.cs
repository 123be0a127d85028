using System.IO.Compression;
using System.Text;

namespace EduAnalytics.Import.Tests;

/// <summary>Writes the least that an XLSX workbook must have: cells as XML, one style that shows percent.</summary>
internal static class Workbook
{
    public static byte[] Of(params (string Sheet, string Rows)[] sheets)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Write(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
            var names = string.Concat(sheets.Select((sheet, i) => $"""<sheet name="{sheet.Sheet}" sheetId="{i + 1}" r:id="s{i + 1}"/>"""));
            Write(zip, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{names}</sheets></workbook>""");
            var relations = string.Concat(sheets.Select((_, i) => $"""<Relationship Id="s{i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""));
            Write(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}<Relationship Id="st" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            for (var i = 0; i < sheets.Length; i++)
                Write(zip, $"xl/worksheets/sheet{i + 1}.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheets[i].Rows}</sheetData></worksheet>""");
        }

        return file.ToArray();
    }

    public static string Row(int number, params string[] cells) =>
        $"""<row r="{number}">{string.Concat(cells.Select((cell, i) => string.Format(System.Globalization.CultureInfo.InvariantCulture, cell, $"{(char)('A' + i)}{number}")))}</row>""";

    public static string Text(string text) => $$"""<c r="{0}" t="inlineStr"><is><t>{{text}}</t></is></c>""";

    public static string Number(string number) => $$"""<c r="{0}"><v>{{number}}</v></c>""";

    public static string Percent(string number) => $$"""<c r="{0}" s="1"><v>{{number}}</v></c>""";

    public static string Date(int day) => $$"""<c r="{0}" s="2"><v>{{day}}</v></c>""";

    private static void Write(ZipArchive zip, string path, string xml)
    {
        using var part = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
        part.Write(xml);
    }
}
