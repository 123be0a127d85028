using System.Collections.Immutable;
using System.Text.Json;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Import;

/// <summary>One answer of <c>/import</c>; exactly one of the three is there.</summary>
/// <param name="Refusal">Why the file or the mapping cannot be read at all.</param>
public sealed record ImportAnswer(ImportReport? Report = null, ImmutableArray<string>? Refusal = null, ImportProgress? Progress = null)
{
    /// <exception cref="GraphQLUnreachableException">It is no answer of <c>/import</c>.</exception>
    public static ImportAnswer Read(JsonElement answer)
    {
        try
        {
            return answer.Deserialize<ImportAnswer>(AnswerJson.Options) is { } read && (read.Report is not null || read.Refusal is not null || read.Progress is not null)
                ? read
                : throw new GraphQLUnreachableException("The answer is none of the gateway's import.");
        }
        catch (JsonException fault)
        {
            throw new GraphQLUnreachableException("The answer is none of the gateway's import.", fault);
        }
    }
}

/// <summary>What a whole file comes to.</summary>
/// <param name="Kind">FIGURES, ENROLMENT, FITNESS or ORG_UNITS; null where the columns could not be told.</param>
/// <param name="Form">The encoding, or XLSX.</param>
public sealed record ImportReport(
    bool Clean,
    bool Readable,
    string? Kind,
    string Form,
    long? HeaderRow,
    ImmutableArray<ImportColumn> Columns,
    ImmutableArray<ImportPreviewRow> Preview,
    long Rows,
    long Lines,
    long TotalRows,
    long BadRows,
    long Suppressed,
    long Empty,
    long ProblemCount,
    ImmutableArray<ImportProblem> Problems);

/// <param name="Name">The letter in a workbook, else the number from 1.</param>
/// <param name="Role">What the column is used for, a code.</param>
public sealed record ImportColumn(string Name, string Heading, string Role, string? Code, string? Period, string? Stage, decimal Scale);

public sealed record ImportPreviewRow(long Row, ImmutableArray<ImportField> Fields);

public sealed record ImportField(string Name, string Value);

/// <param name="Fault">The kind of fault, a code.</param>
/// <param name="Row">From 1; 0 where the whole file is meant.</param>
/// <param name="Expected">What would have been right, in English.</param>
public sealed record ImportProblem(string Fault, long Row, string? Column, string? Heading, string? Given, string Expected);

/// <summary>How far a sending has come.</summary>
/// <param name="Refusals">The first lines that the schools refused, each with its row, in English.</param>
public sealed record ImportProgress(
    bool Complete, long Lines, long Total, long Accepted, long Duplicate, long Refused, ImmutableArray<string> Refusals);
