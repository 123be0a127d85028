using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Measures;

/// <summary>A value as an authority states it, for a measure or an indicator.</summary>
/// <param name="Quote">The document's own words, where the sender gives them.</param>
public sealed record Figure(string Code, Period Period, SchoolStage? Stage, decimal Value, string? Quote = null)
{
    public MeasureKey Key => new(Code, Period, Stage);
}

/// <summary>The document a figure was taken from.</summary>
public sealed record Source(string Document, string? Section);

/// <summary>A figure that was accepted, with what a reader needs to check it.</summary>
public sealed record StatedFigure(Figure Figure, Source Source, string SubmissionId, DateTimeOffset AcceptedAt);
