using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Live;

/// <summary>The answer to <c>Live/LiveReach.graphql</c>.</summary>
public sealed record LiveReachAnswer(IReadOnlyList<OrgUnit> Reach);

/// <summary>
/// The answer to <c>Live/Live.graphql</c>. The indicators are null where the catalogue lacks them, the unit where there is
/// none of that code.
/// </summary>
public sealed record LiveAnswer(
    Indicator? Dropout, Indicator? Fitness, LiveUnit? OrgUnit, LiveActivity? Activity, IReadOnlyList<LiveChange> RecentChanges);

/// <summary>The answer to <c>Live/LivePulse.graphql</c>.</summary>
public sealed record LivePulseAnswer(LiveActivity? Activity, IReadOnlyList<LiveChange> RecentChanges);

/// <summary>The unit that the page is about.</summary>
public sealed record LiveUnit(
    string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, bool InReach,
    IReadOnlyList<Reading> Dropout, IReadOnlyList<Reading> Fitness,
    IReadOnlyList<StageReading> Primary, IReadOnlyList<StageReading> Junior, IReadOnlyList<StageReading> Senior,
    OrgUnit? Parent, LiveChildList Children)
{
    public IEnumerable<StageReading> DropoutByStage => [.. Primary, .. Junior, .. Senior];
}

public sealed record LiveChildList(IReadOnlyList<LiveChild> Nodes);

public sealed record LiveChild(
    string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, bool InReach,
    IReadOnlyList<Reading> Dropout, IReadOnlyList<Reading> Fitness,
    IReadOnlyList<StageReading> Primary, IReadOnlyList<StageReading> Junior, IReadOnlyList<StageReading> Senior)
{
    public IEnumerable<StageReading> DropoutByStage => [.. Primary, .. Junior, .. Senior];
}

/// <summary>What of one stage's dropout rate decides whether a tile alerts: its target is set stage by stage.</summary>
/// <param name="Value">Null for no data, or where it is withheld.</param>
public sealed record StageReading(string Period, SchoolStage? Stage, decimal? Value, decimal? Target, TargetStatus Status, int Version);

public enum SubmissionKind
{
    Figures,
    Problems,
    Enrolment,
    Fitness,
}

/// <summary>What arrived lately.</summary>
/// <param name="CountedSince">What came earlier is not counted.</param>
/// <param name="Minutes">Those in which anything came, the oldest first.</param>
public sealed record LiveActivity(DateTimeOffset CountedSince, IReadOnlyList<KindArrivals> Today, IReadOnlyList<MinuteArrivals> Minutes);

/// <param name="Lines">Null where they count students and the reader is not the unit's staff.</param>
public sealed record KindArrivals(SubmissionKind Kind, int Submissions, int? Lines);

public sealed record MinuteArrivals(DateTimeOffset Start, int Submissions);

/// <summary>A value that moved within the last hour.</summary>
/// <param name="Before">Null where there was no data.</param>
/// <param name="Value">Null where there is none any more.</param>
public sealed record LiveChange(
    OrgUnit OrgUnit, Indicator Indicator, string Period, decimal? Before, decimal? Value, TargetStatus StatusBefore, TargetStatus Status,
    Basis Basis, DateTimeOffset ChangedAt, int Times);

/// <summary>One event of <c>Live/Changes.graphql</c>.</summary>
public sealed record ChangesEvent(ChangedReading IndicatorChanged);

/// <summary>A reading that changed, in the fields of <see cref="Reading"/>.</summary>
public sealed record ChangedReading(
    string Period, SchoolStage? Stage, decimal? Value, decimal? Numerator, decimal? Denominator, Basis Basis, decimal? Reported,
    decimal? Target, TargetStatus Status, decimal? Change, Suppression? Suppression, DateTimeOffset? AsOf, int? ReportedUnits,
    int? ExpectedUnits, int Version, OrgUnit OrgUnit, ChangedIndicator Indicator)
{
    public Reading Reading => new(
        Period, Stage, Value, Numerator, Denominator, Basis, Reported, Target, Status, Change, Suppression, AsOf, ReportedUnits,
        ExpectedUnits, Version);

    public StageReading OfStage => new(Period, Stage, Value, Target, Status, Version);
}

public sealed record ChangedIndicator(string Code);
