using EduAnalytics.Contracts.Past;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.Grains.Tests;

/// <summary>A city whose journal is in PostgreSQL, while the server goes and comes.</summary>
public sealed class StoreFailureTests : IAsyncLifetime
{
    private PostgresServer server = null!;
    private PostgresWire wire = null!;
    private SiloFixture silo = null!;

    public async ValueTask InitializeAsync()
    {
        server = await PostgresServer.StartNew();
        wire = new PostgresWire(server.SocketDirectory);
        await server.Execute("CREATE DATABASE edu");
        silo = new SiloFixture { Store = $"Host={wire.Host};Username=edu;Database=edu" };
        await silo.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await silo.DisposeAsync();
        await wire.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task While_the_store_is_gone_senders_are_told_to_retry_readers_go_on_and_afterwards_all_is_there_once()
    {
        var school = await silo.NewSchool("230404-store");
        await school.RecordEnrolment(SiloFixture.Enrol("before", school, 3));
        await server.Kill();

        var during = await school.RecordEnrolment(SiloFixture.Enrol("during", school, 2));

        Assert.Equal((SubmissionErrorCodes.StoreUnavailable, true), (Assert.Single(during.Errors).Code, during.Errors[0].Retryable));
        Assert.Equal(3, await EnrolledAt(school));
        await server.Start();
        Assert.Equal((2, false), Told(await school.RecordEnrolment(SiloFixture.Enrol("during", school, 2))));
        Assert.Equal(5, await EnrolledAt(school));
    }

    [Fact]
    public async Task A_past_that_cannot_be_read_while_the_store_is_gone_says_so_and_is_read_afterwards()
    {
        var school = await silo.NewSchool("230404-past");
        await school.RecordEnrolment(SiloFixture.Enrol("then", school, 3));
        var instant = TimeProvider.System.GetUtcNow();
        await school.RecordEnrolment(SiloFixture.Enrol("since", school, 2));
        var then = silo.Grains.GetPastUnit(OrgUnitId.Parse("230404-past"), instant);
        var district = silo.Grains.GetPastUnit(SiloFixture.District, instant);
        await server.Kill();

        await Assert.ThrowsAnyAsync<StoreUnavailableException>(() => then.Evaluate([SiloFixture.RollOf(OrgUnitId.Parse("230404-past"))], Audience.Staff));

        await server.Start();
        Assert.Equal(3, (await then.Evaluate([SiloFixture.RollOf(OrgUnitId.Parse("230404-past"))], Audience.Staff))[0].Value);
        Assert.Equal(instant, (await district.Evaluate([SiloFixture.RollOf(SiloFixture.District)], Audience.Staff))[0].ReadAsOf);
    }

    [Fact]
    public async Task A_school_that_cannot_wake_while_the_store_is_gone_says_so_and_wakes_later()
    {
        var school = await silo.NewSchool("230404-asleep");
        await server.Kill();

        // Not a value: there is no activation that could answer. The gateway makes it the same answer.
        var during = await Assert.ThrowsAnyAsync<StoreUnavailableException>(() => school.RecordEnrolment(SiloFixture.Enrol("early", school, 2)));

        Assert.True(Assert.Single(during.ToOutcome().Errors).Retryable);
        await server.Start();
        Assert.Equal((2, false), Told(await school.RecordEnrolment(SiloFixture.Enrol("early", school, 2))));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_counted_once_the_sender_repeats_it()
    {
        var school = await silo.NewSchool("230404-lost");
        await school.RecordEnrolment(SiloFixture.Enrol("first", school, 1));
        wire.LoseNextCommitAnswer();

        var lost = await school.RecordEnrolment(SiloFixture.Enrol("lost", school, 2));

        Assert.Equal((true, 1), (Assert.Single(lost.Errors).Retryable, wire.AnswersLost));
        Assert.Equal((2, true), Told(await school.RecordEnrolment(SiloFixture.Enrol("lost", school, 2))));
        Assert.Equal(3, await EnrolledAt(school));
    }

    [Fact]
    public async Task What_follows_on_a_commit_whose_answer_was_lost_is_judged_by_what_the_journal_holds()
    {
        var school = await silo.NewSchool("230404-follow");
        await school.RecordEnrolment(SiloFixture.Enrol("first", school, 1));
        wire.LoseNextCommitAnswer();
        await school.RecordEnrolment(SiloFixture.Enrol("lost", school, 1));

        var left = await school.RecordEnrolment(
            SiloFixture.Events("left", school, SiloFixture.Event("lost-0", EnrolmentKind.DroppedOut, "2024-05-01")));

        Assert.Equal(1, wire.AnswersLost);
        Assert.Equal((1, false), Told(left));
    }

    private static (int Accepted, bool Duplicate) Told(SubmissionOutcome outcome) => (outcome.Accepted, outcome.Duplicate);

    private static async Task<decimal?> EnrolledAt(ISchoolGrain school) =>
        (await school.Evaluate([SiloFixture.RollOf(OrgUnitId.Parse(school.GetPrimaryKeyString()))], Audience.Staff))[0].Value;
}
