using System.Collections.Immutable;
using EduAnalytics.Import.Columns;
using EduAnalytics.Import.Tables;

namespace EduAnalytics.Import;

/// <summary>What a whole file comes to, before anything of it is sent.</summary>
/// <param name="StreamName">Names what is sent: the same file read in the same way has the same name.</param>
/// <param name="Plan">Null where the columns could not be told.</param>
/// <param name="Problems">The first of them; <paramref name="ProblemCount"/> is the number of all.</param>
public sealed record ImportReport(
    FileFacts File,
    string StreamName,
    ImportPlan? Plan,
    ImportTally Tally,
    ImmutableArray<PreviewRow> Preview,
    ImmutableArray<ImportProblem> Problems,
    long ProblemCount)
{
    public bool IsClean => ProblemCount == 0 && Plan is not null;
}

/// <summary>A row as it was understood.</summary>
/// <param name="Fields">The line's fields as the bulk API names them, with their values as text.</param>
public sealed record PreviewRow(long Row, ImmutableArray<KeyValuePair<string, string>> Fields);

/// <summary>Rows and cells of a file by what they are.</summary>
public sealed record ImportTally
{
    /// <summary>Rows below the headings in which something stands.</summary>
    public long Rows { get; internal set; }

    /// <summary>Lines that would be sent.</summary>
    public long Lines { get; internal set; }

    /// <summary>Rows that sum others up and are left out.</summary>
    public long TotalRows { get; internal set; }

    /// <summary>Rows with problems; left out where the sender says so.</summary>
    public long BadRows { get; internal set; }

    /// <summary>Cells that say that a value is not given; they are never taken for zero.</summary>
    public long Suppressed { get; internal set; }

    /// <summary>Cells for a value in which nothing stands.</summary>
    public long Empty { get; internal set; }

}
