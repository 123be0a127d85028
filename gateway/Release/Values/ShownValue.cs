using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Gateway.Release.Values;

/// <summary>What of a value is left where it, or a part of it, is not for the reader.</summary>
internal static class ShownValue
{
    /// <summary>To the unit's own staff nothing is withheld.</summary>
    public static IndicatorValue Whole(IndicatorValue value) => value.WithheldChange is null ? value : value with { Withheld = null, WithheldChange = null };

    /// <summary>A change beside its value tells the value before, which may be the one that is withheld.</summary>
    public static IndicatorValue ForOthers(IndicatorValue value) =>
        value.Withheld is { } reason ? Without(value, reason)
        : value.WithheldChange is not null ? value with { Change = null }
        : value;

    /// <summary>Of a unit that the reader does not reach nothing was asked.</summary>
    public static IndicatorValue NotPermitted(ValueQuery query) => new()
    {
        OrgUnit = query.OrgUnit,
        Indicator = query.Indicator,
        Period = query.Period,
        Stage = query.Stage,
        Status = TargetStatus.NoData,
        Withheld = Suppression.NotPermitted,
    };

    /// <summary>
    /// Without all that a hidden count could be told from. The status goes too: that a target is missed by a count out of a
    /// known number of students narrows the count. What the catalogue says, and how many units reported, may stay.
    /// </summary>
    private static IndicatorValue Without(IndicatorValue value, Suppression reason) => value with
    {
        Value = null,
        Numerator = null,
        Denominator = null,
        Reported = null,
        Change = null,
        Status = value.Status == TargetStatus.NoTarget ? TargetStatus.NoTarget : TargetStatus.NoData,
        Withheld = reason,
    };
}
