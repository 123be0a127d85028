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

    /// <summary>People of a district who look at once, each with a page of twelve visuals every ten seconds.</summary>
    public const double ReadersADistrict = 20;

    public const double QuestionsAReaderASecond = 1.2;

    /// <summary>The others are answered from what was kept.</summary>
    public const double ShareMadeAnew = 0.1;

    public const double YearsInTheDatabase = 10;

    /// <summary>A partition whose indexes are built anew, or which is vacuumed, within minutes.</summary>
    public const double GiBAPartition = 32;

    public static string Write() => string.Create(CultureInfo.InvariantCulture, $"""
        - {RecordsAStudentAndYear:0} records a student and year: a fitness result, and an event of enrolment.
        - {YearsInMemory:0} years are in memory, {YearsInTheDatabase:0} in the database.
        - A silo's machine is like the measured one and fills {UsableGiBASilo:0} GiB with records and rows.
        - Everybody's fitness results come in within {PeakHours:0} hours at the end of term, and half of them one by one.
        - In each district {ReadersADistrict:0} people look at once and ask {QuestionsAReaderASecond:0.0} questions a second, a page of twelve every ten seconds; {ShareMadeAnew:P0}
          of the questions are made anew.
        - A partition of the journal is to stay below {GiBAPartition:0} GiB.
        """);
}
