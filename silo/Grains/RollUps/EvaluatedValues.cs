using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;

namespace EduAnalytics.Grains.RollUps;

/// <summary>
/// Values that an authority evaluated since it last changed. A morning's readers ask it for the same indicators and years,
/// each with other words around them; between two changes they are told the same.
/// </summary>
internal sealed class EvaluatedValues
{
    /// <summary>Readers may ask for any day of a century: what is held is bounded, and begun anew where the bound is reached.</summary>
    private const int Most = 8_192;

    private readonly Dictionary<ValueQuery, IndicatorValue> values = [];
    private IMeasures? evaluatedFrom;
    private long version;

    /// <summary>Forgets all values, unless they were evaluated from these measures as they stand.</summary>
    /// <param name="measures">The authority's own, whose version rises with every change of a unit below it too.</param>
    public void HoldFor(IMeasures measures)
    {
        if (ReferenceEquals(evaluatedFrom, measures) && version == measures.Version && values.Count < Most)
            return;
        values.Clear();
        (evaluatedFrom, version) = (measures, measures.Version);
    }

    public IndicatorValue ValueOf(ValueQuery query, Func<ValueQuery, IndicatorValue> evaluate)
    {
        if (!values.TryGetValue(query, out var value))
            values.Add(query, value = evaluate(query));
        return value;
    }
}
