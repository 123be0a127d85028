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

    /// <summary>Of a school with all indicators, by stage and group over all years, for its rows in its district and its city.</summary>
    /// <remarks>Measured by hand with the samples: <c>docs/operations.md</c>, "Sizes".</remarks>
    public const double RowMBASchool = 2.5;

    /// <summary>The same for a school that is awake, besides its records.</summary>
    public const double AwakeMBASchool = 2;

    /// <summary>In the busiest hours; the others rest, and their districts answer for them.</summary>
    public const double ShareAwake = 0.5;

    public const double YearsInTheDatabase = 10;

    /// <summary>A partition whose indexes are built anew, or which is vacuumed, within minutes.</summary>
    public const double GiBAPartition = 32;

    public static string Write() => string.Create(CultureInfo.InvariantCulture, $"""
        - {RecordsAStudentAndYear:0} records a student and year: a fitness result, and an event of enrolment.
        - {YearsInMemory:0} years are in memory, {YearsInTheDatabase:0} in the database.
        - A silo's machine is like the measured one and fills {UsableGiBASilo:0} GiB with records and rows.
        - Everybody's fitness results come in within {PeakHours:0} hours at the end of term, and half of them one by one.
        - A school keeps all indicators and not fitness only: its rows take {RowMBASchool:0.0} MB and, while it is awake, {AwakeMBASchool:0} MB more, as
          measured with the samples ([operations](operations.md#sizes)); {ShareAwake:P0} of them are awake at once.
        - In each district {ReadersADistrict:0} people look at once and ask {QuestionsAReaderASecond:0.0} questions a second, a page of twelve every ten seconds; each
          is made anew, by a silo and a gateway that each take as long as the measured process did for both.
        - A partition of the journal is to stay below {GiBAPartition:0} GiB.
        """);
}
