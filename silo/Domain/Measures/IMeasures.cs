using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Measures;

/// <summary>A measure counted from records, or summed from the units below.</summary>
/// <param name="ReportedUnits">Units behind the value.</param>
/// <param name="ExpectedUnits">Units that should have reported it.</param>
/// <param name="AcceptedAt">When the newest record behind the value was accepted.</param>
public readonly record struct MeasureTotal(decimal Value, int ReportedUnits, int ExpectedUnits, DateTimeOffset AcceptedAt)
{
    public bool Complete => ReportedUnits >= ExpectedUnits;
}

/// <summary>A value as the unit itself states it.</summary>
public readonly record struct StatedValue(decimal Value, DateTimeOffset AcceptedAt);

/// <summary>
/// The measures of one unit, as formulas read them: what is counted or summed, and what is stated, side by side.
/// Where a measure exists for one stage only, asking for that stage and asking for all stages is the same.
/// </summary>
public interface IMeasures
{
    OrgUnit Unit { get; }

    /// <summary>The unit's version: rises with every change accepted at or below it.</summary>
    long Version { get; }

    bool TrySummed(MeasureKey key, out MeasureTotal total);

    bool TryStated(MeasureKey key, out StatedValue stated);

    /// <summary>Every cell that holds something, summed or stated, totals over stages included.</summary>
    IEnumerable<MeasureKey> Keys { get; }
}
