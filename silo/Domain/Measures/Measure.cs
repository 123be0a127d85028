using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Measures;

/// <summary>An additive quantity as the catalogue defines it: students, teachers, square metres, yuan.</summary>
/// <param name="Code">The contract's code, <c>students.enrolled</c>.</param>
/// <param name="Unit">The catalogue's unit word: <c>students</c>, <c>CNY</c>, <c>percent</c>.</param>
/// <param name="Whole">True where only whole numbers make sense (people, schools, incidents).</param>
/// <param name="Additive">False for averages and shares that are stated as such: they are kept and shown, never summed.</param>
/// <param name="PeriodTypes">The kinds of period it may be stated for; the first is the usual one.</param>
/// <param name="Stages">The stages it exists for; empty where it is not kept by stage.</param>
public sealed record Measure(
    string Code,
    string Name,
    string NameEn,
    string Unit,
    bool Whole,
    bool Additive,
    ImmutableArray<PeriodType> PeriodTypes,
    ImmutableArray<SchoolStage> Stages)
{
    /// <summary>
    /// The stages of the schools that report it, where they are others than those it is kept for: who entered primary school
    /// is kept with the junior graduates they became.
    /// </summary>
    public ImmutableArray<SchoolStage> ReportedBy { get; init; } = Stages;

    /// <summary>True where schools of other stages report it than those it is kept for: then only the whole of a district is a number.</summary>
    public bool ReportedElsewhere => !ReportedBy.SequenceEqual(Stages);

    /// <summary>
    /// The months (1 to 12) for which each school reports the measure, if only to say that there was none: without that
    /// report nothing stands behind a zero. Empty where no monthly report is asked for.
    /// </summary>
    public ImmutableArray<int> ReportMonths { get; init; } = [];

    /// <summary>
    /// A smaller number of it points to single children and is for the unit's own staff only; nought is shown. 0 or 1 where
    /// every number is shown.
    /// </summary>
    public int SmallestShown { get; init; }

    /// <summary>How the measure follows from others of the same unit; null for what is counted or stated.</summary>
    public Derivation? Derivation { get; init; }
}

/// <summary>One cell of a unit's table of measures. Without a stage: all stages together.</summary>
public readonly record struct MeasureKey(string Code, Period Period, SchoolStage? Stage);
