namespace EduAnalytics.Domain.Release;

/// <summary>
/// How much of a unit's counts of one group and year is withheld; each step withholds what the one before it does. The
/// yearly total over all stages is what readers ask for most, so it is the last to go.
/// </summary>
public enum Closure
{
    /// <summary>Everything is shown.</summary>
    Open,

    /// <summary>Withheld by month and half-year, and by school year where months are kept.</summary>
    WithinYear,

    /// <summary>Withheld by stage too; the whole year over all stages is shown.</summary>
    Stages,

    /// <summary>Nothing is shown.</summary>
    Whole,
}

/// <summary>How far a unit is closed, and the reason that readers are given.</summary>
public readonly record struct Closed(Closure Closure, Suppression Reason)
{
    /// <summary>For what cannot be asked: better nothing than too much.</summary>
    public static readonly Closed Unknown = new(Closure.Whole, Suppression.Complementary);
}

/// <summary>The counts of one group that end in one calendar year.</summary>
/// <param name="Group">The name of a <see cref="CountGroup"/>.</param>
public readonly record struct YearOfCounts(string Group, int Year);
