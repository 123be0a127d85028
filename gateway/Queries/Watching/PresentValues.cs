using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Gateway.Queries.Watching;

/// <summary>Of each unit, indicator and stage the value of the newest period that was told.</summary>
internal sealed class PresentValues : IPresentState<IndicatorValue>
{
    private readonly Dictionary<(OrgUnitId Unit, string Indicator, SchoolStage? Stage), IndicatorValue> _newest = [];

    public IEnumerable<IndicatorValue> All => _newest.Values;

    public bool Note(IndicatorValue item)
    {
        var key = (item.OrgUnit, item.Indicator, item.Stage);
        if (!_newest.TryGetValue(key, out var held))
        {
            _newest.Add(key, item);
            return true;
        }

        // A change of last year's value is news and does not take the place of this year's; neither does a month a year's.
        if (held.Period == item.Period || (held.Period.Type == item.Period.Type && item.Period.Start > held.Period.Start))
            _newest[key] = item;
        return held != item;
    }

    public void Keep(Func<IndicatorValue, bool> isFollowed)
    {
        foreach (var (key, item) in _newest)
            if (!isFollowed(item))
                _newest.Remove(key);
    }
}

/// <summary>Findings are told as they are raised: what stands already, a reader asks for.</summary>
internal sealed class NothingPresent<TItem> : IPresentState<TItem>
{
    public IEnumerable<TItem> All => [];

    public bool Note(TItem item) => true;

    public void Keep(Func<TItem, bool> isFollowed)
    {
        // Nothing is kept.
    }
}
