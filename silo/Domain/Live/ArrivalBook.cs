using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Live;

/// <summary>What a district or a city and its children sent lately.</summary>
/// <param name="unit">Whose book it is.</param>
/// <param name="opened">Since when it counts.</param>
public sealed class ArrivalBook(OrgUnitId unit, DateTimeOffset opened)
{
    private readonly Dictionary<OrgUnitId, ArrivalTally> tallies = [];
    private readonly Dictionary<OrgUnitId, (Guid Sender, long Number)> newest = [];

    /// <summary>Counts what the unit itself accepted.</summary>
    public void Add(ArrivalCount count) => TallyOf(unit).Add(count);

    /// <returns>False where it was counted before.</returns>
    public bool Add(ArrivalBatch batch)
    {
        if (newest.TryGetValue(batch.Unit, out var held) && held.Sender == batch.Sender && held.Number >= batch.Number)
            return false;
        newest[batch.Unit] = (batch.Sender, batch.Number);
        var tally = TallyOf(batch.Unit);
        foreach (var count in batch.Counts)
            tally.Add(count);
        return true;
    }

    /// <summary>Of the book's unit with all its children, or of a child by itself.</summary>
    public UnitActivity Of(OrgUnitId asked, DateTimeOffset now, DateOnly today)
    {
        IEnumerable<ArrivalTally> of = asked == unit ? tallies.Values : tallies.TryGetValue(asked, out var one) ? [one] : [];
        return UnitActivity.Sum(opened, of.Select(tally => (tally.On(today), tally.After(now - UnitActivity.Window))));
    }

    private ArrivalTally TallyOf(OrgUnitId of)
    {
        if (!tallies.TryGetValue(of, out var tally))
            tallies.Add(of, tally = new ArrivalTally());
        return tally;
    }
}
