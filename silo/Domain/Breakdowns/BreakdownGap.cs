namespace EduAnalytics.Domain.Breakdowns;

/// <summary>Why there is no breakdown of a value, whoever asks.</summary>
public enum BreakdownGap
{
    /// <summary>The indicator is made of stated figures, or of counts that follow cohorts or open cases: no grade is kept with it.</summary>
    NotCounted,

    /// <summary>
    /// Its numerator and its denominator are counted on days between which students move up a grade: a test in spring, the
    /// roll in December. By school year it can be had.
    /// </summary>
    GradesDiffer,

    /// <summary>No student records speak of the period, or too little stands behind them for a number.</summary>
    NoRecords,
}
