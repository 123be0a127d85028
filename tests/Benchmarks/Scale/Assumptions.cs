using System.Globalization;

namespace EduAnalytics.Benchmarks.Scale;

/// <summary>What the plan takes for granted and nobody measured.</summary>
internal static class Assumptions
{
    /// <summary>One fitness result, and an event of enrolment.</summary>
    public const double RecordsAStudentAndYear = 2;

    public const double YearsInMemory = 6;

    /// <summary>Of a silo's machine: half of the measured one's memory, the rest for the collector, answers kept and growth.</summary>
    public const double UsableGiBASilo = 12;

    /// <summary>In so many hours at the end of term the year's fitness results of everybody come in.</summary>
    public const double PeakHours = 40;

    public const double YearsInTheDatabase = 10;

    /// <summary>A partition whose indexes are built anew, or which is vacuumed, within minutes.</summary>
    public const double GiBAPartition = 32;

    public static string Write() => string.Create(CultureInfo.InvariantCulture, $"""
        - {RecordsAStudentAndYear:0} records a student and year: a fitness result, and an event of enrolment.
        - {YearsInMemory:0} years are in memory, {YearsInTheDatabase:0} in the database.
        - A silo's machine is like the measured one and fills {UsableGiBASilo:0} GiB with records and rows.
        - Everybody's fitness results come in within {PeakHours:0} hours at the end of term, and half of them one by one.
        - A partition of the journal is to stay below {GiBAPartition:0} GiB.
        """);
}
