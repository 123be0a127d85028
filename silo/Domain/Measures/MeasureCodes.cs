namespace EduAnalytics.Domain.Measures;

/// <summary>The measures that student records produce; every other measure is known from the catalogue only.</summary>
public static class MeasureCodes
{
    /// <summary>
    /// Students on the roll at the period's end (today, while it runs), and those who dropped out within it and did not
    /// return: so that who dropped out is always part of who was enrolled.
    /// </summary>
    public const string Enrolled = "students.enrolled";

    /// <summary>Students who left within the period without transfer or graduation and had not returned by its end.</summary>
    public const string DroppedOut = "students.dropped_out";

    public const string Graduated = "students.graduated";

    /// <summary>Students with a valid total score in the period; the latest test counts.</summary>
    public const string FitnessTested = "fitness.tested";
    public const string FitnessExcellent = "fitness.excellent";
    public const string FitnessGood = "fitness.good";
    public const string FitnessPassed = "fitness.passed";
}
