using EduAnalytics.Contracts;
using EduAnalytics.Domain.OrgUnits;
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
    public async Task A_city_goes_on_without_a_district_that_cannot_wake_and_says_that_one_is_missing()
    {
        var school = await silo.NewSchool("230404-here");
        var other = await silo.NewSchool("230402-cannot-wake", district: SiloFixture.OtherDistrict);
        await school.RecordEnrolment(SiloFixture.Enrol("here", school, 4));
        await other.RecordEnrolment(SiloFixture.Enrol("there", other, 3));
        await Restart();
        children.Break(SiloFixture.OtherDistrict.Code);

        var roll = (await silo.CityGrain.Evaluate([SiloFixture.RollOf(SiloFixture.City)], Audience.Staff))[0];

        Assert.Equal((4m, 1, 2), (roll.Value, roll.ReportedUnits, roll.ExpectedUnits));
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

    /// <summary>Stands before the calls by which parents ask children for their rows.</summary>
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
            if (context.MethodName == nameof(IRowSource.RowSince))
            {
                var code = context.TargetId.Key.ToString();
                if (code == broken)
                    throw new InvalidOperationException("This one cannot wake.");
                if (code == silent)
                {
                    HoldsACall = true;
                    await released.Task;
                }
            }

            await context.Invoke();
        }
    }
}
