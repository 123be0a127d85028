using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Measures;

/// <summary>A value as an authority states it, for a measure or an indicator.</summary>
/// <param name="Quote">The document's own words, where the sender gives them.</param>
/// <param name="Place">Where it stood in the file or stream that brought it; null where it came in neither.</param>
public sealed record Figure(string Code, Period Period, SchoolStage? Stage, decimal Value, string? Quote = null, FigurePlace? Place = null)
{
    public MeasureKey Key => new(Code, Period, Stage);
}

/// <summary>A line of the file, or of the stream of the bulk API, that a figure came in: where to look when it is wrong.</summary>
/// <param name="File">The file's name without its folder, or the sender's name for the stream.</param>
/// <param name="Line">Counted from 1; of a workbook the row.</param>
public sealed record FigurePlace(string File, long Line);

/// <summary>The document a figure was taken from.</summary>
public sealed record Source(string Document, string? Section);

/// <summary>A figure that was accepted, with what a reader needs to check it.</summary>
public sealed record StatedFigure(Figure Figure, Source Source, string SubmissionId, DateTimeOffset AcceptedAt);
