using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>What happened within a period, counted. Together with the rolls all counted measures follow from these.</summary>
internal enum Tally
{
    DroppedOut,

    /// <summary>Dropped out in a school year without being on its September roll: came later, or left in September already.</summary>
    DroppedOutBesideRoll,

    /// <summary>A dropout or its end is dated here: somebody spoke of dropouts, so that a zero is no silence.</summary>
    Spoken,
    Returned,
    Closed,
    Graduated,
    EnteredCohort,
    EnteredJuniorCohort,

    /// <summary>Entered at the cohort's first grade: the school's records reach back to the cohort's beginning.</summary>
    BeganCohort,
    BeganJuniorCohort,
    FitnessTested,
    FitnessExcellent,
    FitnessGood,
    FitnessPassed,
    FitnessExempt,
}

/// <summary>One cell of the tallies, packed into an integer: they are hashed several times for every student event.</summary>
internal readonly record struct TallyKey
{
    private const int OrdinalBits = 20;
    private const int TypeBits = 3;
    private const int StageBits = 2;

    private readonly int packed;

    public TallyKey(Tally tally, Period period, SchoolStage stage) =>
        packed = (((((int)tally << StageBits) | (int)stage) << TypeBits | (int)period.Type) << OrdinalBits) | period.Ordinal;

    public Tally Tally => (Tally)(packed >> (OrdinalBits + TypeBits + StageBits));

    public SchoolStage Stage => (SchoolStage)((packed >> (OrdinalBits + TypeBits)) & ((1 << StageBits) - 1));

    public Period Period =>
        Period.OfOrdinal((PeriodType)((packed >> OrdinalBits) & ((1 << TypeBits) - 1)), packed & ((1 << OrdinalBits) - 1));
}
