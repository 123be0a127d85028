using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Domain.Indicators;

public enum Basis
{
    /// <summary>Derived from measures and student records held here.</summary>
    Computed,

    /// <summary>Stated by an authority, components unknown.</summary>
    Reported,
}

public enum TargetStatus
{
    Met,
    Missed,
    NoTarget,
    NoData,
}

/// <summary>Who answered for a unit.</summary>
public enum AnsweredBy
{
    /// <summary>Its own grain, or the one that keeps its row as a matter of course.</summary>
    Unit,

    /// <summary>The unit above it, since it did not answer in time: its row as it had come up last.</summary>
    UnitAbove,

    /// <summary>Nobody in time: there may be a value, and it is not known.</summary>
    Nobody,
}

/// <summary>An indicator's value for one unit, period and stage, with all that says how good it is.</summary>
public sealed record IndicatorValue
{
    public required OrgUnitId OrgUnit { get; init; }

    public required string Indicator { get; init; }

    public required Period Period { get; init; }

    public SchoolStage? Stage { get; init; }

    /// <summary>In the indicator's unit, rounded to its decimals; as stated where reported; null where there is no data.</summary>
    public decimal? Value { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public Basis Basis { get; init; }

    /// <summary>What an authority states, where a computed value stands beside it; else null.</summary>
    public decimal? Reported { get; init; }

    public decimal? Target { get; init; }

    public TargetStatus Status { get; init; }

    /// <summary>Against the period before, in the indicator's own unit; null where either has no data.</summary>
    public decimal? Change { get; init; }

    /// <summary>When the newest record behind the value was accepted.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The past instant as of which the value was read; null where it was read as it stood.</summary>
    public DateTimeOffset? ReadAsOf { get; init; }

    public int? ReportedUnits { get; init; }

    public int? ExpectedUnits { get; init; }

    /// <summary>The unit's version at which the value was computed.</summary>
    public long Version { get; init; }

    /// <summary>Noted by who asked; it does not travel.</summary>
    public AnsweredBy AnsweredBy { get; init; }

    /// <summary>
    /// Why the value, its numerator and denominator, its status and what is stated beside it are for the unit's own staff only;
    /// null where every reader may see them.
    /// </summary>
    public Suppression? Withheld { get; init; }

    /// <summary>
    /// The same for the change: with a value shown, it gives away a withheld one of the period before. Set wherever
    /// <see cref="Withheld"/> is.
    /// </summary>
    public Suppression? WithheldChange { get; init; }
}

/// <summary>What a reader asks one unit for.</summary>
/// <param name="AsOf">The past instant as of which it is asked; null for as it stands. Decides which grain is asked, and does not travel to it.</param>
public readonly record struct ValueQuery(OrgUnitId OrgUnit, string Indicator, Period Period, SchoolStage? Stage, DateTimeOffset? AsOf = null);
