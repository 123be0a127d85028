using System.Collections.Immutable;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.RollUps;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;
using EduAnalytics.Journal.Snapshots;

namespace EduAnalytics.Grains.Tests.Past;

/// <summary>
/// A city of two districts without grains: every step is journaled, applied and passed up at once, so that after each it is
/// known what a reader would have been told.
/// </summary>
internal sealed class LiveCity
{
    private static readonly DateOnly today = new(2024, 12, 31);

    private readonly IJournal journal;
    private readonly Catalogue catalogue;
    private readonly Dictionary<string, long> heads = [];
    private readonly List<LiveSchool> schools = [];
    private readonly Dictionary<OrgUnitId, Authority> districts = [];
    private Authority city = null!;
    private int submissions;

    private LiveCity(IJournal journal, Catalogue catalogue) => (this.journal, this.catalogue) = (journal, catalogue);

    public DateTimeOffset Clock { get; private set; } = new(2024, 9, 1, 8, 0, 0, TimeSpan.Zero);

    public OrgUnitTree Tree { get; private set; } = OrgUnitTree.Empty;

    public IReadOnlyList<LiveSchool> Schools => schools;

    public static async Task<LiveCity> Found(IJournal journal, Catalogue catalogue)
    {
        var founded = new LiveCity(journal, catalogue);
        await founded.Register(
            new OrgUnit(SiloFixture.City, "鹤岗市", null, OrgUnitLevel.City, null, [], false),
            new OrgUnit(SiloFixture.District, "南山区", null, OrgUnitLevel.District, SiloFixture.City, [], false),
            new OrgUnit(SiloFixture.OtherDistrict, "向阳区", null, OrgUnitLevel.District, SiloFixture.City, [], false));
        await founded.RegisterSchool();
        return founded;
    }

    /// <summary>Some steps may fall on one instant; what is told of it is what stood after the last.</summary>
    public void Advance(int ticks) => Clock = Clock.AddTicks(ticks);

    public Task RegisterSchool()
    {
        var number = schools.Count;
        var district = number % 3 == 2 ? SiloFixture.OtherDistrict : SiloFixture.District;
        ImmutableArray<SchoolStage> stages = (number % 2 == 0) ? [SchoolStage.Primary] : [SchoolStage.Primary, SchoolStage.Junior];
        return Register(new OrgUnit(OrgUnitId.Parse($"{district}-s{number}"), $"第{number}小学", null, OrgUnitLevel.School, district, stages, false));
    }

    /// <summary>An event that the rules would refuse is passed over, as the school would.</summary>
    public async Task Enrol(LiveSchool school, EnrolmentEvent recorded)
    {
        var submission = new EnrolmentSubmission(NextId(), school.Unit.Id, [recorded]);
        if (EnrolmentRules.Check(submission, school.Unit, school.Ledger, today).IsEmpty)
            await Accept(school, new EnrolmentRecorded(submission.Id, Clock, submission.Events));
    }

    public Task Test(LiveSchool school, FitnessResult result) => Accept(school, new FitnessRecorded(NextId(), Clock, [result]));

    public Task Report(LiveSchool school, Figure figure) => Accept(school, Reported(figure));

    public async Task Report(OrgUnitId authority, Figure figure)
    {
        var reported = Reported(figure);
        await Append(authority.Code, reported);
        (authority == SiloFixture.City ? city : districts[authority]).Apply(reported);
        PassUp();
    }

    public async Task TakeSnapshot(LiveSchool school) =>
        await journal.WriteSnapshotAsync(SnapshotCodec.Encode(school.Unit.Id, school.Ledger, school.Row, catalogue), CancellationToken.None);

    /// <summary>What a reader is told of every unit now: a school's answer first, then its district's row of it.</summary>
    public ImmutableArray<IndicatorValue> Told(Func<OrgUnitId, ImmutableArray<ValueQuery>> queries) =>
    [
        .. schools.SelectMany(school => queries(school.Unit.Id).Evaluate(catalogue, _ => school.Measures)),
        .. schools.SelectMany(school => districts[school.Unit.Parent!.Value].Evaluate(queries(school.Unit.Id), Audience.Staff)),
        .. districts.Keys.SelectMany(district => districts[district].Evaluate(queries(district), Audience.Staff)),
        .. city.Evaluate(queries(SiloFixture.City), Audience.Staff),
    ];

    public Explanation Explain(OrgUnitId district, string indicator, Period period, SchoolStage? stage) =>
        districts[district].Explain([new ValueQuery(district, indicator, period, stage)])[0];

    public FoundSources FindSources(OrgUnitId district, string indicator, Period period) =>
        districts[district].FindSources([new SourceQuestion(indicator, period, null, null, 0)], FoundSources.MostKept)[0];

    private async Task Register(params OrgUnit[] units)
    {
        await Append(IOrgUnitTreeGrain.Key, new OrgUnitsRegistered(NextId(), Clock, [.. units]));
        Tree = Tree.After(units);
        foreach (var unit in units)
        {
            if (unit.Level == OrgUnitLevel.School)
                schools.Add(new LiveSchool(unit, catalogue));
            else if (unit.Level == OrgUnitLevel.District)
                districts[unit.Id] = AuthorityOf(unit);
            else
                city = AuthorityOf(unit);
        }

        foreach (var authority in districts.Values.Prepend(city))
            authority.AdoptTree(Tree);
        PassUp();
    }

    private Authority AuthorityOf(OrgUnit unit) => new(unit.Id, Tree, catalogue, journal, new ChangeBoard(), TimeProvider.System);

    private FiguresReported Reported(Figure figure) => new(NextId(), Clock, new Source("年报", null), [figure]);

    private async Task Accept(LiveSchool school, JournalEvent journalEvent)
    {
        await Append(school.Unit.Id.Code, journalEvent);
        school.Apply(journalEvent);
        var district = districts[school.Unit.Parent!.Value];
        district.Accept(school.Row.Since(district.HeldOf(school.Unit.Id)));
        PassUp();
    }

    private void PassUp()
    {
        foreach (var (id, district) in districts)
            city.Accept(district.Row.Since(city.HeldOf(id)));
    }

    private async Task Append(string orgUnit, JournalEvent journalEvent)
    {
        var content = JournalEventCodec.Encode(journalEvent);
        var sequence = heads[orgUnit] = heads.GetValueOrDefault(orgUnit) + 1;
        Assert.IsType<AppendOutcome.Appended>(await journal.AppendAsync(
            new JournalEntry(orgUnit, sequence, journalEvent.SubmissionId, content.Hash, content.Kind, journalEvent.AcceptedAt, content.Payload),
            CancellationToken.None));
    }

    private string NextId() => $"s{++submissions}";
}
