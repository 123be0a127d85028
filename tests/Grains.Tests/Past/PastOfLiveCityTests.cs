using System.Collections.Immutable;
using CsCheck;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.Past;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Postgres;
using EduAnalytics.Journal.Sqlite;
using EduAnalytics.Testing.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace EduAnalytics.Grains.Tests.Past;

/// <summary>Whatever was told of any unit at any instant is what is told of that instant ever after.</summary>
public sealed class PastOfLiveCityTests
{
    private static readonly Catalogue catalogue = ((CatalogueReading.Complete)CatalogueReader.Read(SiloFixture.ShippedCatalogue)).Catalogue;
    private static readonly string[] months = ["2023-09", "2024-03", "2024-05"];

    private static readonly ImmutableArray<(string Indicator, string Period, SchoolStage? Stage)> asked =
    [
        .. from indicator in new[] { "dropout.rate", "dropout.roll", "dropout.confirmed", "dropout.closed" }
           from period in new[] { "2023", "2024", "2024-05" }
           from stage in new SchoolStage?[] { null, SchoolStage.Primary }
           select (indicator, period, stage),
        ("fitness.excellent_good_rate", "2024", SchoolStage.Primary),
        ("fitness.participation_rate", "2024", null),
        ("dropout.reporting_rate", "2024-05", null),
        ("preschool.public_share", "2024", null),
        ("health.record_rate", "2024", null),
    ];

    private static readonly Gen<Step[]> histories = Gen.Select(
        Gen.Int[0, 11], Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[0, 700], Gen.Int[0, 2],
        (kind, place, student, day, ticks) => new Step(kind, place, student, day, ticks)).Array[1, 30];

    [Fact]
    public async Task At_every_instant_the_past_is_what_a_reader_was_told_then_on_SQLite()
    {
        await histories.SampleAsync(
            async steps =>
            {
                var directory = Directory.CreateTempSubdirectory("edu-past-").FullName;
                using (var held = JournalDirectory.Lock(directory).OrThrow())
                await using (var journal = SqliteJournal.Open(held, new JournalOptions(), TimeProvider.System, NullLogger<IJournal>.Instance))
                    await LiveAndRemember(steps, journal);
                Directory.Delete(directory, recursive: true);
            },
            iter: 20);
    }

    [Fact]
    public async Task At_every_instant_the_past_is_what_a_reader_was_told_then_on_PostgreSQL()
    {
        await using var server = await PostgresServer.StartNew();
        await histories.SampleAsync(
            async steps =>
            {
                var options = new JournalOptions { Store = await server.CreateDatabase() };
                await using var journal = PostgresJournal.Open(options, TimeProvider.System, NullLogger<IJournal>.Instance);
                await LiveAndRemember(steps, journal);
            },
            iter: 3);
    }

    private static async Task LiveAndRemember(Step[] steps, IJournal journal)
    {
        var city = await LiveCity.Found(journal, catalogue);
        var told = new Dictionary<DateTimeOffset, (ImmutableArray<IndicatorValue> Values, string Explanation)>();
        foreach (var step in steps)
        {
            city.Advance(step.Ticks);
            await Take(step, city);
            told[city.Clock] = (city.Told(QueriesOf), TextOf(city.Explain(SiloFixture.District, "dropout.roll", Period.OfYear(2024), null), city.FindSources(SiloFixture.District, "preschool.public_share", Period.OfYear(2024))));
        }

        using var reader = new PastReader(journal, catalogue, TimeProvider.System);
        foreach (var (instant, (values, explanation)) in told)
        {
            var past = await PastCity.Read(reader, instant);
            AssertSame(values, past.Told(QueriesOf), past.Schools * asked.Length, instant);
            Assert.Equal(explanation, TextOf(past.Explain(SiloFixture.District, "dropout.roll", Period.OfYear(2024), null), past.FindSources(SiloFixture.District, "preschool.public_share", Period.OfYear(2024))));
        }
    }

    /// <summary>Months of reports, enrolments and dropouts, tests and tests again, statements and their corrections, new schools.</summary>
    private static Task Take(Step step, LiveCity city)
    {
        var school = city.Schools[step.Place % city.Schools.Count];
        var date = new DateOnly(2023, 1, 10).AddDays(step.Day);
        var student = $"{school.Unit.Id}-{step.Student}";
        int? grade = school.Unit.Stages.Length > 1 ? 1 + (step.Day % 9) : null;
        return step.Kind switch
        {
            0 => city.RegisterSchool(),
            1 => city.TakeSnapshot(school),
            2 => city.Report(school, new Figure(MeasureCodes.DroppedOut, Period.Parse(months[step.Student % 3]), null, step.Day % 2)),
            3 => city.Report(school, new Figure(MeasureCodes.Enrolled, Period.OfYear(2023), SchoolStage.Primary, step.Day)),
            4 => city.Report(SiloFixture.District, new Figure("preschool.public_share", Period.OfYear(2024), null, step.Student)),
            5 => city.Report(SiloFixture.City, new Figure("health.record_rate", Period.OfYear(2024), null, step.Student)),
            6 => city.Report(SiloFixture.OtherDistrict, new Figure(MeasureCodes.DroppedOut, Period.OfYear(2024), SchoolStage.Primary, step.Student)),
            7 => city.Test(school, new FitnessResult(student, date, grade ?? 3, Sex.Male, step.Day % 120)),
            8 => city.Enrol(school, new EnrolmentEvent(student, EnrolmentKind.DroppedOut, date, null, null, null)),
            9 => city.Enrol(school, new EnrolmentEvent(student, EnrolmentKind.Returned, date, null, null, null)),
            _ => city.Enrol(school, new EnrolmentEvent(student, EnrolmentKind.Enrolled, date, grade, null, null)),
        };
    }

    private static ImmutableArray<ValueQuery> QueriesOf(OrgUnitId unit) =>
        [.. asked.Select(one => new ValueQuery(unit, one.Indicator, Period.Parse(one.Period), one.Stage))];

    /// <summary>
    /// All the same but one: when a parent takes a sum to have last changed depends on the order in which its children told
    /// it, and is forgotten with a restart. Whether there is such a time does not, and it is never later than the instant.
    /// A school's own answer is the same to the tick.
    /// </summary>
    private static void AssertSame(ImmutableArray<IndicatorValue> then, ImmutableArray<IndicatorValue> again, int ofSchools, DateTimeOffset instant)
    {
        Assert.Equal(then.Length, again.Length);
        Assert.Equal(then[..ofSchools], again[..ofSchools]);
        foreach (var (told, read) in then.Zip(again).Skip(ofSchools))
        {
            Assert.Equal(told with { AsOf = read.AsOf }, read);
            Assert.Equal(told.AsOf is null, read.AsOf is null);
            Assert.True(read.AsOf is null || read.AsOf <= instant);
        }
    }

    /// <summary>When a part last changed is not the same: a row made at once does not know which record brought its value.</summary>
    private static string TextOf(Explanation explanation, FoundSources found) => string.Join(
        '\n',
        explanation.Contributions.Select(part => (part with { ChangedAt = default }).ToString())
            .Concat(found.Newest.Select(source => source.ToString()))
            .Order(StringComparer.Ordinal)
            .Prepend(explanation.Formula));

    private sealed record Step(int Kind, int Place, int Student, int Day, int Ticks);
}
