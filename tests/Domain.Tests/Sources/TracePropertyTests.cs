using CsCheck;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Counting;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Domain.Tests.Records;

namespace EduAnalytics.Domain.Tests.Sources;

/// <summary>What is traced is what is counted, whatever a school sends.</summary>
public class TracePropertyTests
{
    private static readonly DateOnly firstDay = new(2020, 1, 1);
    private static readonly SchoolStage[] stages = [SchoolStage.Primary, SchoolStage.Junior];

    private static readonly Gen<JournalEvent> enrolment = Gen.Select(
        Gen.Int[0, 5], Gen.Enum<EnrolmentKind>(), Gen.Int[0, 1700], Gen.Int[1, 9]).Select(JournalEvent (student, kind, day, grade) =>
            new EnrolmentRecorded("e", Field.Noon, [new EnrolmentEvent($"s{student}", kind, firstDay.AddDays(day), kind == EnrolmentKind.Enrolled ? grade : null, null, null)]));

    private static readonly Gen<JournalEvent> fitness = Gen.Select(
        Gen.Int[0, 5], Gen.Int[0, 1700], Gen.Int[1, 9], Gen.Decimal[0, 120], Gen.Bool).Select(JournalEvent (student, day, grade, score, exempt) =>
            new FitnessRecorded("f", Field.Noon, [new FitnessResult($"s{student}", firstDay.AddDays(day), grade, Sex.Female, exempt ? null : score)]));

    [Fact]
    public void The_shares_of_all_students_in_a_count_add_up_to_the_count()
    {
        Gen.OneOf(enrolment, fitness).Array[0, 40].Sample(drawn =>
        {
            var ledger = new SchoolLedger(null, RecordedSchool.Reasons);
            var trace = new CountTrace();
            foreach (var (measure, period, stage) in Counts())
                trace.Follow(measure, period, stage);
            ledger.Counts.Listener = trace;
            foreach (var journalEvent in Possible(drawn))
            {
                ledger.Apply(journalEvent);
                trace.EndLine(StudentOf(journalEvent), firstDay);
            }

            foreach (var (measure, period, stage) in Counts())
            {
                var (traced, counted) = (trace.Find(measure, period, stage, ledger.Counts).Sum, ledger.Counts[measure, period, stage]);
                Assert.True(traced == counted, $"{measure} {period} {stage}: traced {traced}, counted {counted}");
            }
        });
    }

    /// <summary>Those that a school would accept: a student's steps in order, each from where the last one led.</summary>
    private static IEnumerable<JournalEvent> Possible(IEnumerable<JournalEvent> drawn)
    {
        var school = new RecordedSchool(Field.NineYear);
        foreach (var step in drawn.OfType<EnrolmentRecorded>().OrderBy(step => step.Events[0].Date))
        {
            if (school.TryRecord(step.Events[0]).IsEmpty)
                yield return step;
        }

        foreach (var test in drawn.OfType<FitnessRecorded>())
            yield return test;
    }

    private static string StudentOf(JournalEvent journalEvent) => journalEvent switch
    {
        EnrolmentRecorded recorded => recorded.Events[0].Student,
        _ => ((FitnessRecorded)journalEvent).Results[0].Student,
    };

    private static IEnumerable<(CountedMeasure, Period, SchoolStage)> Counts() =>
        from type in new[] { PeriodType.Year, PeriodType.SchoolYear, PeriodType.HalfYear, PeriodType.Month }
        from period in PeriodsOf(type)
        from measure in CountedMeasures.All
        where CountedMeasures.IsCountedBy(measure, type)
        from stage in stages
        select (measure, period, stage);

    private static IEnumerable<Period> PeriodsOf(PeriodType type)
    {
        for (var period = Period.Of(type, firstDay); period.Start < firstDay.AddDays(1700); period = period.Next)
            yield return period;
    }
}
