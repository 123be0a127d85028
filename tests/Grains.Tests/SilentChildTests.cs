using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;

namespace EduAnalytics.Grains.Tests;

/// <summary>A child that hangs, or cannot wake, holds up nobody above it; and what it accepted is not left out for it.</summary>
public sealed class SilentChildTests : IAsyncLifetime
{
    private readonly Children children = new();
    private readonly SiloFixture silo;

    public SilentChildTests() => silo = new SiloFixture { More = builder => builder.AddIncomingGrainCallFilter(children) };

    public ValueTask InitializeAsync() => silo.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        children.Release();
        await silo.DisposeAsync();
    }

    [Fact]
    public async Task A_district_that_wakes_reads_a_school_that_hangs_from_the_journal()
    {
        var school = await silo.NewSchool("230404-hangs");
        await school.RecordEnrolment(SiloFixture.Enrol("first", school, 4));
        await Restart();
        children.Silence("230404-hangs");
        await WriteJournal(SiloFixture.Enrol("newest", school, 3), sequence: 2);

        var roll = (await silo.DistrictGrain.Evaluate([SiloFixture.RollOf(SiloFixture.District)], Audience.Staff))[0];

        Assert.Equal(7m, roll.Value);
        Assert.True(children.HoldsACall);
    }

    [Fact]
    public async Task What_the_school_pushes_when_it_comes_to_itself_is_counted_once()
    {
        var school = await silo.NewSchool("230404-comes-to");
        await school.RecordEnrolment(SiloFixture.Enrol("first", school, 4));
        await Restart();
        children.Silence("230404-comes-to");
        await WriteJournal(SiloFixture.Enrol("newest", school, 3), sequence: 2);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var changes = await SiloFixture.Follow(silo.DistrictGrain.Watch(Guid.NewGuid(), [SiloFixture.District], ["dropout.roll"], limit.Token), limit.Token);

        children.Release();
        school = silo.Grains.GetGrain<Contracts.Schools.ISchoolGrain>("230404-comes-to");
        Assert.False((await school.RecordEnrolment(SiloFixture.Enrol("after", school, 5))).Refused);

        var told = await SiloFixture.Until(changes, value => value.Stage == SchoolStage.Primary && value.Value >= 12);
        Assert.Equal(12m, told.Value);
        await limit.CancelAsync();
    }

    [Fact]
    public async Task A_city_goes_on_without_a_district_that_cannot_wake_nor_be_read_and_says_that_one_is_missing()
    {
        var school = await silo.NewSchool("230404-here");
        var other = await silo.NewSchool("230402-cannot-wake", district: SiloFixture.OtherDistrict);
        await school.RecordEnrolment(SiloFixture.Enrol("here", school, 4));
        await other.RecordEnrolment(SiloFixture.Enrol("there", other, 3));
        await Restart();
        children.Break(SiloFixture.OtherDistrict.Code);
        Assert.IsType<AppendOutcome.Appended>(await silo.Journal.AppendAsync(
            new JournalEntry("230402-cannot-wake", 2, "torn", "0", "NobodyKnowsThis", DateTimeOffset.UnixEpoch, new byte[] { 1 }),
            TestContext.Current.CancellationToken));

        var roll = (await silo.CityGrain.Evaluate([SiloFixture.RollOf(SiloFixture.City)], Audience.Staff))[0];

        Assert.Equal((4m, 1, 2), (roll.Value, roll.ReportedUnits, roll.ExpectedUnits));
    }

    [Fact]
    public async Task A_list_of_a_district_tells_of_a_school_that_hangs_what_the_journal_has()
    {
        const string code = "230404-listed";
        var school = await silo.NewSchool(code);
        var id = OrgUnitId.Parse(code);
        await school.ReportFigures(new FiguresSubmission(
            "fitness", id, new Source("年报", "二"), [new Figure("fitness.excellent_good_rate", SiloFixture.Year, null, 10)]));
        await school.NameProblems(new ProblemsSubmission("ledger", id, SiloFixture.Year, new Source("自评报告", "三"), [new Problem("1", "班额偏大", [])]));
        var told = await school.AllFindings(null);
        var finding = Assert.Single(told, one => one.Id.Rule == "target.missed");
        await school.Acknowledge(new AcknowledgementSubmission("known", id, finding.Id, "已核实", "王老师", null, finding));
        await EnrolAndSee(school, 4);
        children.Silence(code);

        Assert.Equal(
            told.Select(one => one.Id).ToHashSet(), (await silo.DistrictGrain.AllFindings(null)).Where(one => one.OrgUnit == id).Select(one => one.Id).ToHashSet());
        Assert.Equal(finding.Id, Assert.Single(await silo.DistrictGrain.AllAcknowledged()).Finding);
        Assert.Equal("班额偏大", Assert.Single(Assert.Single(await silo.DistrictGrain.AllProblemLedgers()).Ledgers).Problems[0].Text);
        Assert.True(children.HoldsACall);
    }

    [Fact]
    public async Task So_does_a_breakdown_by_grade_and_sex()
    {
        const string code = "230404-broken-down";
        var school = await silo.NewSchool(code);
        var id = OrgUnitId.Parse(code);
        await EnrolAndSee(school, 6);
        var query = new BreakdownQuery(id, "dropout.roll", SiloFixture.Year);
        var told = (await school.BreakDown([query]))[0];
        children.Silence(code);

        var answers = await silo.DistrictGrain.BreakDown([query, query with { OrgUnit = SiloFixture.District }]);

        Assert.Equal(6, Assert.Single(told.Cells).Counts[0]);
        Assert.All(answers, answer => Assert.Equal(told.Cells.Single().Counts, answer.Cells.Single().Counts));
        Assert.True(children.HoldsACall);
    }

    /// <summary>Enrols the school's first students, and returns once its district has them, and with them all that came before.</summary>
    private async Task EnrolAndSee(ISchoolGrain school, int students)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var id = OrgUnitId.Parse(school.GetPrimaryKeyString());
        await using var changes = await SiloFixture.Follow(silo.DistrictGrain.Watch(Guid.NewGuid(), [id], ["dropout.roll"], limit.Token), limit.Token);
        await school.RecordEnrolment(SiloFixture.Enrol("roll", school, students));
        await SiloFixture.Until(changes, value => value.Value == students);
        await limit.CancelAsync();
    }

    /// <summary>All grains sleep after it, with their snapshots written.</summary>
    private async Task Restart()
    {
        await silo.Stop();
        await silo.Start();
    }

    /// <summary>As if the school had accepted it and gone before its next snapshot.</summary>
    private async Task WriteJournal(EnrolmentSubmission submission, long sequence)
    {
        var written = new EnrolmentRecorded(submission.Id, DateTimeOffset.UnixEpoch, submission.Events);
        var content = JournalEventCodec.Encode(written);
        var outcome = await silo.Journal.AppendAsync(
            new JournalEntry(submission.OrgUnit.Code, sequence, submission.Id, content.Hash, content.Kind, written.AcceptedAt, content.Payload),
            TestContext.Current.CancellationToken);
        Assert.IsType<AppendOutcome.Appended>(outcome);
    }

    /// <summary>Stands before the calls of a child that is silent, and before those by which parents get the row of one that is broken.</summary>
    private sealed class Children : IIncomingGrainCallFilter
    {
        private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile string? silent;
        private volatile string? broken;

        public bool HoldsACall { get; private set; }

        public void Silence(string code) => silent = code;

        public void Break(string code) => broken = code;

        public void Release()
        {
            silent = null;
            released.TrySetResult();
        }

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            // What was asked for its row is awake by then, and would push it.
            if (context.MethodName == nameof(IRowKeeper.Accept) && context.Request.GetArgument(0) is RowUpdate update && update.Child.Code == broken)
                throw new InvalidOperationException("This one cannot have woken.");
            var code = context.TargetId.Key.ToString();
            if (context.MethodName == nameof(IRowSource.RowSince) && code == broken)
                throw new InvalidOperationException("This one cannot wake.");
            if (code == silent)
            {
                HoldsACall = true;
                await released.Task;
            }

            await context.Invoke();
        }
    }
}
