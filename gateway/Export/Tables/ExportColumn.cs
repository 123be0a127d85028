using System.Collections.Frozen;

namespace EduAnalytics.Gateway.Export.Tables;

/// <summary>
/// One column of a table. Closed: every encoder knows every kind. A cell is asked for by its row's number, so that a column
/// may be an encoder's whole view of the data, as a columnar format wants it, or one of many side by side.
/// </summary>
/// <param name="Code">The heading for programs: lower case, the same in every language, stable.</param>
/// <param name="Title">The heading for people.</param>
internal abstract record ExportColumn(string Code, Title Title)
{
    /// <summary>Free text: names, sentences. Never trusted to be harmless in a spreadsheet.</summary>
    public sealed record Text(string Code, Title Title, Func<int, string?> At) : ExportColumn(Code, Title);

    /// <summary>One of a few codes; <paramref name="Words"/> says what people call each.</summary>
    public sealed record Word(string Code, Title Title, Func<int, string?> At, FrozenDictionary<string, Title> Words) : ExportColumn(Code, Title);

    /// <summary>A quantity, exact.</summary>
    /// <param name="Decimals">The digits after the point that a person wants to see in that row; null for all there are.</param>
    public sealed record Number(string Code, Title Title, Func<int, decimal?> At, Func<int, int?> Decimals) : ExportColumn(Code, Title);

    public sealed record Count(string Code, Title Title, Func<int, long?> At) : ExportColumn(Code, Title);

    public sealed record Day(string Code, Title Title, Func<int, DateOnly?> At) : ExportColumn(Code, Title);

    /// <summary>A moment, in UTC.</summary>
    public sealed record Instant(string Code, Title Title, Func<int, DateTimeOffset?> At) : ExportColumn(Code, Title);

    public sealed record Flag(string Code, Title Title, Func<int, bool> At) : ExportColumn(Code, Title);
}
