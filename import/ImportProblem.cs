namespace EduAnalytics.Import;

/// <summary>What kind of fault a problem is, for screens in other languages than English.</summary>
public enum ImportFault
{
    NoHeadings,
    MissingColumn,
    RepeatedColumn,
    UnitsOfHeading,
    MissingValue,
    BadNumber,
    BadDate,
    BadPeriod,
    BadWord,
    UnknownOrgUnit,
    AmbiguousOrgUnit,
    WrongLevel,
    UnknownCode,
    BadGrade,
    BadStudent,
    Repeated,
    AgainstRules,
}

/// <summary>One thing that is wrong in the file.</summary>
/// <param name="Row">Counted from 1 as in the file; 0 where the whole file is meant.</param>
/// <param name="Column">The letter in a workbook, else the number from 1; null where no single column is meant.</param>
/// <param name="Heading">The column's heading.</param>
/// <param name="Given">What stood there.</param>
/// <param name="Expected">What would have been right, or which rule speaks against it, in English.</param>
public sealed record ImportProblem(ImportFault Fault, long Row, string? Column, string? Heading, string? Given, string Expected)
{
    public override string ToString()
    {
        var place = (Row, Column) switch
        {
            (0, null) => "file",
            (0, _) => $"column {Column}",
            (_, null) => $"row {Row}",
            _ => $"row {Row}, column {Column}",
        };
        var heading = string.IsNullOrEmpty(Heading) ? "" : $" ({Heading})";
        return Given is null ? $"{place}{heading}: {Expected}" : $"{place}{heading}: '{Given}' stands there; expected: {Expected}";
    }
}
