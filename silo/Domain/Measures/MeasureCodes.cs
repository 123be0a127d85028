namespace EduAnalytics.Domain.Measures;

/// <summary>The measures that student records produce; every other measure is known from the catalogue only.</summary>
public static class MeasureCodes
{
    /// <summary>
    /// Students on the roll and those who dropped out within the period, so that who dropped out is always part of who was
    /// enrolled. The roll is that of the period's end (today, while it runs); of a school year it is that of its first
    /// month, September, since the leavers of the summer are gone by its end.
    /// </summary>
    public const string Enrolled = "students.enrolled";

    /// <summary>Students who left within the period without transfer or graduation and had not returned by its end.</summary>
    public const string DroppedOut = "students.dropped_out";

    /// <summary>Students who came back within the period after dropping out, in it or before.</summary>
    public const string Returned = "students.returned";

    public const string Graduated = "students.graduated";

    /// <summary>Open suspicions at the period's end: students on the roll of whom the school fears that they will not come back.</summary>
    public const string Suspected = "dropout.suspected";

    /// <summary>Open cases at the period's end: confirmed dropouts, of this period or earlier, who are still away.</summary>
    public const string Confirmed = "dropout.confirmed";

    /// <summary>Confirmed cases closed within the period: by return, by enrolment elsewhere, or by the register's reasons.</summary>
    public const string Closed = "dropout.closed";

    /// <summary>Months of the period for which the school owes its monthly dropout report.</summary>
    public const string MonthsExpected = "dropout.months_expected";

    /// <summary>Of those, the months for which it gave one.</summary>
    public const string MonthsReported = "dropout.months_reported";

    /// <summary>Who entered grade 1 nine years before the period, corrected for transfers: the cohort of this period's graduates.</summary>
    public const string EnteredCohort = "students.entered_cohort";

    /// <summary>Who entered grade 7 three years before the period, corrected for transfers.</summary>
    public const string EnteredJuniorCohort = "students.entered_junior_cohort";

    /// <summary>Students with a valid total score in the period; the latest valid test counts.</summary>
    public const string FitnessTested = "fitness.tested";
    public const string FitnessExcellent = "fitness.excellent";
    public const string FitnessGood = "fitness.good";
    public const string FitnessPassed = "fitness.passed";

    /// <summary>Students exempt from the standard in the period, without a valid test in it.</summary>
    public const string FitnessExempt = "fitness.exempt";
}
