using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Queries.Sources;

namespace EduAnalytics.Gateway.Release.Sources;

/// <summary>Which of the submissions behind a value a reader may be told of.</summary>
public enum SourceReach
{
    /// <summary>None: the value is withheld.</summary>
    None,

    /// <summary>The documents that the unit itself reported from, without their words, which may tell a number.</summary>
    Documents,

    /// <summary>The documents that the unit itself reported from.</summary>
    QuotedDocuments,

    /// <summary>All, records of students too: for the units' own staff, since a submission of one line tells of one student.</summary>
    All,
}

/// <summary>A value with the reasons for it.</summary>
public sealed record ExplainedValue(IndicatorValue Value, Explanation Explanation, SourceReach Reach)
{
    public IEnumerable<ExplainedPart> Parts => Explanation.Contributions.Select(part => new ExplainedPart(Value, part, Reach));

    public SourcesAsked Sources => new(
        new SourceRequest(Value.OrgUnit, new SourceQuestion(Value.Indicator, Value.Period, Value.Stage, null, Value.Version), Value.ReadAsOf), Reach);
}

/// <summary>One part of a value, which knows what it is a part of.</summary>
public sealed record ExplainedPart(IndicatorValue Whole, Contribution Part, SourceReach Reach)
{
    public SourceQuestion Question => new(Whole.Indicator, Part.Period, Whole.Stage, Part.Measure, Part.Version);

    public SourcesAsked Sources => new(new SourceRequest(Part.OrgUnit, Question, Whole.ReadAsOf), Reach);
}

/// <summary>The submissions behind something, as far as its reader may be told of them.</summary>
public readonly record struct SourcesAsked(SourceRequest Request, SourceReach Reach);
