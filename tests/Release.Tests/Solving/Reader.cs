using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Release.Tests.Cities;

namespace EduAnalytics.Release.Tests.Solving;

/// <summary>One count of one unit.</summary>
internal readonly record struct Cell(OrgUnitId Unit, MeasureKey Key)
{
    public override string ToString() => $"{Unit.Code} {Key.Code} {Key.Period} {Key.Stage}";
}

/// <summary>
/// All that a reader of a city who is nobody's staff can fetch: every count of students behind any indicator, for every
/// unit, stage and period, as a number or as the reason why not.
/// </summary>
internal sealed class Reader
{
    public Reader(City city, Func<MeasureKey, bool>? only = null)
    {
        foreach (var unit in city.Tree.All)
        {
            var measures = city.MeasuresOf(unit.Id);
            foreach (var key in measures.Keys.Where(key => Shipped.Catalogue.Counts.Find(key.Code) is not null && (only is null || only(key))))
            {
                var cell = new Cell(unit.Id, key);
                True[cell] = (long)Chosen(key, measures);
                if (city.WhyWithheld(unit.Id, key) is { } reason)
                    Withheld[cell] = reason;
            }
        }
    }

    /// <summary>What stands in every cell; the reader knows those that are not withheld.</summary>
    public Dictionary<Cell, long> True { get; } = [];

    public Dictionary<Cell, Suppression> Withheld { get; } = [];

    /// <summary>A complete sum, else a statement, else a partial sum.</summary>
    private static decimal Chosen(MeasureKey key, IMeasures measures)
    {
        var summed = measures.TrySummed(key, out var total);
        if (measures.TryStated(key, out var stated) && (!summed || (!total.Complete && total.Value <= stated.Value)))
            return stated.Value;
        return total.Value;
    }
}
