using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Gateway.Queries.Sources;

/// <summary>A value with the reasons for it.</summary>
public sealed record ExplainedValue(IndicatorValue Value, Explanation Explanation)
{
    public IEnumerable<ExplainedPart> Parts => Explanation.Contributions.Select(part => new ExplainedPart(Value, part));

    public SourceRequest Sources =>
        new(Value.OrgUnit, new SourceQuestion(Value.Indicator, Value.Period, Value.Stage, null, Value.Version));
}

/// <summary>One part of a value, which knows what it is a part of.</summary>
public sealed record ExplainedPart(IndicatorValue Whole, Contribution Part)
{
    public SourceRequest Sources =>
        new(Part.OrgUnit, new SourceQuestion(Whole.Indicator, Part.Period, Whole.Stage, Part.Measure, Part.Version));
}
