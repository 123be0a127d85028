using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>
/// Marks values as withheld on their way from the grains that know of it, those that keep rows; a school's own grain marks
/// none. Which values are, a test says, and not how many students there happen to be.
/// </summary>
public sealed class WithheldMarks : IOutgoingGrainCallFilter
{
    private volatile Func<IndicatorValue, Suppression?> mark = _ => null;

    /// <param name="by">Why a value is withheld; null where it is not.</param>
    public void Set(Func<IndicatorValue, Suppression?> by) => mark = by;

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        await context.Invoke();
        if (context.TargetId.Type.ToString()!.Contains("school", StringComparison.OrdinalIgnoreCase))
            return;
        if (context.Result is ImmutableArray<IndicatorValue> values)
            context.Result = Marked(values);
        else if (context.Result is (EnumerationResult status, ImmutableArray<IndicatorValue> changed))
            context.Result = (status, (object)Marked(changed));
    }

    private ImmutableArray<IndicatorValue> Marked(ImmutableArray<IndicatorValue> values) =>
        [.. values.Select(Marked)];

    private IndicatorValue Marked(IndicatorValue value)
    {
        var reason = mark(value);
        return value with { Withheld = reason, WithheldChange = reason ?? mark(value with { Period = value.Period.Previous }) };
    }
}
