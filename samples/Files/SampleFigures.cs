using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Samples.Files;

/// <summary>The figures of Nanshan's self-evaluation report, each with its section and the report's own words.</summary>
public static class SampleFigures
{
    public const string Document = "《南山区人民政府2024年教育领域重点工作推进情况和2023年部分重要教育指标完成情况的自查自评报告》";

    private const string ChineseNumerals = "一二三四五六七八九";

    /// <summary>One submission for each unit and section. The same file gives the same submissions under the same ids.</summary>
    /// <exception cref="InvalidDataException">A line cannot be read.</exception>
    public static ImmutableArray<FiguresSubmission> Read(string path) =>
    [
        .. CsvTable.Read(path, ReadLine)
            .GroupBy(line => (line.Unit, line.Section))
            .Select(section => new FiguresSubmission(
                $"nanshan-2024-{Slug(section.Key.Section)}",
                section.Key.Unit,
                new Source(Document, section.Key.Section),
                [.. section.Select(line => line.Figure)])),
    ];

    private static Line ReadLine(CsvLine line) => new(
        OrgUnitId.Parse(line.Text("org_unit")),
        line.Text("section"),
        new Figure(
            line.Text("code"),
            Period.Parse(line.Text("period")),
            line.OptionalText("stage") is null ? null : line.Word<SchoolStage>("stage"),
            decimal.Parse(line.Text("value"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
            line.OptionalText("quote")));

    /// <summary>The report's section in digits, since ids go into addresses and logs: 一(二)2 is 1-2-2.</summary>
    private static string Slug(string section)
    {
        var digits = section.Select(c => ChineseNumerals.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? (char)('1' + at) : c);
        return string.Join('-', digits.Where(char.IsAsciiDigit));
    }

    private sealed record Line(OrgUnitId Unit, string Section, Figure Figure);
}
