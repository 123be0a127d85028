using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;
using EduAnalytics.Journal.Snapshots;

namespace EduAnalytics.Benchmarks.Past;

/// <summary>
/// A district in a journal: each school enrols and tests its students in submissions of fifty lines, and states every
/// measure of its stage for three years.
/// </summary>
internal sealed class JournaledDistrict
{
    private const int SchoolCount = 200;
    private const int Students = 450;
    private const int LinesEach = 50;
    private const int Years = 3;
    private static readonly DateTimeOffset opening = new(2024, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly IJournal journal;
    private readonly Catalogue catalogue;
    private readonly Dictionary<OrgUnitId, ImmutableArray<JournalEvent>> events = [];

    public JournaledDistrict(IJournal journal, Catalogue catalogue)
    {
        (this.journal, this.catalogue) = (journal, catalogue);
        var city = new OrgUnit(OrgUnitId.Parse("230400"), "鹤岗市", null, OrgUnitLevel.City, null, [], true);
        Unit = new OrgUnit(OrgUnitId.Parse("230404"), "南山区", null, OrgUnitLevel.District, city.Id, [], true);
        Schools =
        [
            .. Enumerable.Range(0, SchoolCount).Select(number => OrgUnitId.Parse($"230404-s{number:000}"))
                .Select(id => new OrgUnit(id, id.Code, null, OrgUnitLevel.School, Unit.Id, [SchoolStage.Primary], true)),
        ];
        Tree = new OrgUnitTree([city, Unit, .. Schools], 1);
        for (var number = 0; number < SchoolCount; number++)
            events[Schools[number].Id] = [.. EventsOf(Schools[number], number)];
    }

    public OrgUnit Unit { get; }

    public OrgUnitTree Tree { get; }

    public ImmutableArray<OrgUnit> Schools { get; }

    public int Entries => events.Values.Sum(some => some.Length);

    public int Lines => events.Values.Sum(some => some.Sum(one => one.Count));

    /// <summary>Each school's last submission came later; the first school's came last of all.</summary>
    public DateTimeOffset BeforeTheLast => events.Values.Min(some => some[^1].AcceptedAt).AddTicks(-1);

    public DateTimeOffset BeforeTheLastOfOne => events.Values.Max(some => some[^1].AcceptedAt).AddTicks(-1);

    public DateTimeOffset AfterAll => events.Values.Max(some => some[^1].AcceptedAt);

    public Task Fill() => Task.WhenAll(Schools.Select(async school =>
    {
        var sequence = 0;
        foreach (var journalEvent in events[school.Id])
        {
            var content = JournalEventCodec.Encode(journalEvent);
            await journal.AppendAsync(
                new JournalEntry(school.Id.Code, ++sequence, journalEvent.SubmissionId, content.Hash, content.Kind, journalEvent.AcceptedAt, content.Payload),
                CancellationToken.None);
        }
    }));

    /// <summary>As the schools would, so many submissions before their last.</summary>
    public async Task TakeSnapshots(int before)
    {
        foreach (var school in Schools)
        {
            var ledger = new SchoolLedger(SchoolStage.Primary, catalogue.Register);
            foreach (var journalEvent in events[school.Id][..^before])
                ledger.Apply(journalEvent);
            var measures = new SchoolMeasures(school, ledger, catalogue);
            var row = new Row(school.Id);
            row.Refresh(measures, measures.Keys);
            await journal.WriteSnapshotAsync(SnapshotCodec.Encode(school.Id, ledger, row, catalogue), CancellationToken.None);
        }
    }

    private IEnumerable<JournalEvent> EventsOf(OrgUnit school, int number)
    {
        var at = opening.AddSeconds(-number);
        var ids = Enumerable.Range(0, Students).Select(n => $"{school.Id}-{n:0000}").ToList();
        for (var year = 0; year < Years; year++)
            yield return Report(school, 2024 - year, at = at.AddDays(1));
        foreach (var some in ids.Chunk(LinesEach))
        {
            yield return new EnrolmentRecorded($"enrolled-{some[0]}", at = at.AddDays(1),
                [.. some.Select(id => new EnrolmentEvent(id, EnrolmentKind.Enrolled, new DateOnly(2022, 9, 1), 3, Sex.Female, null))]);
        }

        foreach (var some in ids.Chunk(LinesEach))
        {
            yield return new FitnessRecorded($"tested-{some[0]}", at = at.AddDays(1),
                [.. some.Select((id, n) => new FitnessResult(id, new DateOnly(2024, 10, 15), 5, Sex.Female, 50 + n))]);
        }
    }

    private FiguresReported Report(OrgUnit school, int year, DateTimeOffset at)
    {
        var figures = catalogue.Measures
            .Where(measure => measure is { Additive: true, Derivation: null } && measure.Stages.Contains(SchoolStage.Primary) && measure.PeriodTypes.Contains(PeriodType.Year))
            .Select((measure, place) => new Figure(measure.Code, Period.OfYear(year), SchoolStage.Primary, 100 + (place * 17)));
        return new FiguresReported($"{school.Id}-{year}", at, new Source("年报", null), [.. figures]);
    }
}
