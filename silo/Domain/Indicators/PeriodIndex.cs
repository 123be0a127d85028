using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Indicators;

/// <summary>
/// In which periods a unit holds anything, by measure and stage. Its cells are thousands: one look over them answers for every
/// indicator until the unit changes.
/// </summary>
public sealed class PeriodIndex
{
    private readonly Dictionary<string, HashSet<(Period Period, SchoolStage? Stage)>> places = new(StringComparer.Ordinal);

    public PeriodIndex(IMeasures measures)
    {
        foreach (var key in measures.Keys)
        {
            if (!places.TryGetValue(key.Code, out var held))
                places.Add(key.Code, held = []);
            held.Add((key.Period, key.Stage));
        }
    }

    /// <summary>The periods for which the unit holds anything that one of the indicators reads, in order of their start.</summary>
    /// <param name="stage">Null for any stage and all together.</param>
    public IEnumerable<Period> WithData(IEnumerable<Indicator> indicators, SchoolStage? stage) => indicators
        .SelectMany(indicator => indicator.Formula.Measures.Append(indicator.Code)
            .SelectMany(code => places.GetValueOrDefault(code) ?? [])
            .Where(place => indicator.PeriodTypes.Contains(place.Period.Type) && (stage is null || place.Stage == stage)))
        .Select(place => place.Period)
        .Distinct()
        .OrderBy(period => period.Start)
        .ThenByDescending(period => period.End);
}
