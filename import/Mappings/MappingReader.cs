using System.Collections.Immutable;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Import.Cells;
using EduAnalytics.Import.Columns;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EduAnalytics.Import.Mappings;

/// <summary>Reads a mapping from YAML (JSON is YAML too), with file and line for everything that is wrong.</summary>
public static class MappingReader
{
    private const int MostNested = 32;

    /// <param name="file">The file's name, for errors.</param>
    /// <param name="codes">What a column can be said to hold.</param>
    public static MappingReading Read(TextReader text, string file, CatalogueCodes codes)
    {
        var errors = ImmutableArray.CreateBuilder<MappingError>();
        var stream = new YamlStream();
        try
        {
            var whole = text.ReadToEnd();
            RefuseDepth(whole);
            stream.Load(new StringReader(whole));
        }
        catch (Exception slip) when (slip is InvalidOperationException or ArgumentException)
        {
            // The library's own slips over some broken words and keys; they do not say where.
            return new MappingReading.Faulty([new MappingError(file, 1, "this is no YAML")]);
        }
        catch (YamlException fault)
        {
            return new MappingReading.Faulty([new MappingError(file, (int)fault.Start.Line, $"this is no YAML: {fault.Message}")]);
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
            return new MappingReading.Faulty([new MappingError(file, 1, "the file holds no keys; see docs/import.md for what a mapping says")]);
        var mapping = ReadRoot(new MappingNode(file, root, errors), codes);
        return errors.Count > 0 ? new MappingReading.Faulty(errors.ToImmutable()) : new MappingReading.Complete(mapping);
    }

    /// <summary>The library reads what is nested by calling itself; a text nested deeply enough would end the whole process.</summary>
    private static void RefuseDepth(string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext();)
            if ((depth += parser.Current!.NestingIncrease) > MostNested)
                throw new YamlException(parser.Current.Start, parser.Current.End, $"it is nested deeper than {MostNested} levels");
    }

    private static Mapping ReadRoot(MappingNode node, CatalogueCodes codes)
    {
        var mapping = Mapping.None with
        {
            Kind = node.Word<ImportKind>("kind"),
            Sheet = node.Text("sheet"),
            HeaderRow = node.Whole("header"),
            Separator = SeparatorOf(node),
            OrgUnit = node.Text("orgUnit"),
            Period = node.Read("period", "a period such as 2023", (string text, out Period period) => PeriodCell.TryParse(text, out period)),
            Stage = node.Stage("stage"),
            Code = node.Text("code"),
            Document = node.Text("document"),
            Section = node.Text("section"),
            DecimalComma = node.Text("decimal", "comma", "point") == "comma",
            ChineseUnits = node.Text("chineseUnits", "true", "false") == "true",
            Dates = node.Text("dates"),
            Columns = node.Entries("columns").ToImmutableDictionary(entry => CellText.Key(entry.Key), entry => ColumnEntry.Read(entry, codes)),
            Words = node.Entries("words").ToImmutableDictionary(entry => CellText.Key(entry.Key), entry => entry.Scalar()),
        };
        if (node.List("suppressed") is { } suppressed)
            mapping = mapping with { Suppressed = [.. suppressed.Select(CellText.Key)] };
        if (node.List("totals") is { } totals)
            mapping = mapping with { Totals = [.. totals.Select(CellText.Key)] };
        node.RefuseOtherKeys();
        return mapping;
    }

    private static char? SeparatorOf(MappingNode node) => node.Text("separator", "comma", "tab", "semicolon") switch
    {
        "comma" => ',',
        "tab" => '\t',
        "semicolon" => ';',
        _ => null,
    };
}
