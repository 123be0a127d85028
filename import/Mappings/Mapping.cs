using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Import.Columns;

namespace EduAnalytics.Import.Mappings;

/// <summary>
/// What has to be said of a file that its headings do not say by themselves. Everything may be left out: a file under the
/// usual headings needs no mapping.
/// </summary>
public sealed record Mapping
{
    public static readonly Mapping None = new();

    public ImportKind? Kind { get; init; }

    /// <summary>The workbook's sheet; null for the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row of headings, from 1; null to look for it.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>Between the cells of a text file; null to look for it.</summary>
    public char? Separator { get; init; }

    /// <summary>Of all rows; a column that says it goes before.</summary>
    public string? OrgUnit { get; init; }

    public Period? Period { get; init; }

    public SchoolStage? Stage { get; init; }

    public string? Code { get; init; }

    /// <summary>The document that figures come from; null for the file's own name.</summary>
    public string? Document { get; init; }

    public string? Section { get; init; }

    /// <summary>Uses of columns by heading; those not named are matched as usual.</summary>
    public ImmutableDictionary<string, ColumnUse> Columns { get; init; } = ImmutableDictionary<string, ColumnUse>.Empty;

    /// <summary>Words of the file's own, for org units, codes, stages, kinds and sexes, with what they stand for.</summary>
    public ImmutableDictionary<string, string> Words { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Cells that say that a value is not given: withheld for privacy, or not collected.</summary>
    public ImmutableHashSet<string> Suppressed { get; init; } =
        ["s", "*", "**", "x", "—", "——", "–", "-", "…", "..", "n/a", "na", "/", "未公布", "不详"];

    /// <summary>A row of which a unit, code or name says one of these sums other rows up and is left out.</summary>
    public ImmutableHashSet<string> Totals { get; init; } = ["合计", "总计", "小计", "全区合计", "全市合计", "total", "grandtotal", "subtotal", "sum"];

    public bool DecimalComma { get; init; }

    /// <summary>True where 万 and 亿 may stand behind a number.</summary>
    public bool ChineseUnits { get; init; }

    /// <summary>The form of dates whose order could be mistaken, such as dd/MM/yyyy.</summary>
    public string? Dates { get; init; }
}
