using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Measures;

/// <summary>The measures of a unit that has reported nothing.</summary>
public sealed class NoMeasures(OrgUnit unit) : IMeasures
{
    public OrgUnit Unit => unit;

    public long Version => 0;

    public IEnumerable<MeasureKey> Keys => [];

    public bool TrySummed(MeasureKey key, out MeasureTotal total)
    {
        total = default;
        return false;
    }

    public bool TryStated(MeasureKey key, out StatedValue stated)
    {
        stated = default;
        return false;
    }
}
