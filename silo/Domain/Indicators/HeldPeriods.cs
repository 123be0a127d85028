using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Indicators;

/// <summary>
/// In which periods a unit and those below it hold anything: looked for at the first question after each change of one.
/// </summary>
public sealed class HeldPeriods
{
    private readonly Dictionary<OrgUnitId, (IMeasures From, long Version, PeriodIndex Index)> held = [];

    /// <summary>The unit's index as it stands.</summary>
    public PeriodIndex Of(IMeasures measures)
    {
        if (held.TryGetValue(measures.Unit.Id, out var known) && ReferenceEquals(known.From, measures) && known.Version == measures.Version)
            return known.Index;
        var index = new PeriodIndex(measures);
        held[measures.Unit.Id] = (measures, measures.Version, index);
        return index;
    }
}
