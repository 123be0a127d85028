using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;

namespace EduAnalytics.Grains.Tests;

/// <summary>While silos come and go, an org unit may for a moment have two activations; the journal knows one order.</summary>
public sealed class OvertakenTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task An_activation_that_another_one_overtook_counts_what_that_one_wrote_and_then_gives_its_place_up()
    {
        var school = await silo.NewSchool("230404-overtaken");
        var id = OrgUnitId.Parse("230404-overtaken");
        await school.RecordEnrolment(SiloFixture.Enrol("first", school, 2));
        await WriteElsewhere(SiloFixture.Enrol("elsewhere", school, 3), sequence: 2);

        var outcome = await school.RecordEnrolment(SiloFixture.Enrol("third", school, 4));

        Assert.False(outcome.Refused, string.Join(" ", outcome.Errors));
        Assert.Equal(9m, (await school.Evaluate([SiloFixture.RollOf(id)], Audience.Staff))[0].Value);

        // An activation that goes leaves its snapshot behind, and the next call waits for its successor.
        var left = await silo.Journal.ReadSnapshotAsync(id.Code, TestContext.Current.CancellationToken);
        Assert.Equal(3, left?.Sequence);
    }

    private async Task WriteElsewhere(EnrolmentSubmission submission, long sequence)
    {
        var written = new EnrolmentRecorded(submission.Id, DateTimeOffset.UnixEpoch, submission.Events);
        var content = JournalEventCodec.Encode(written);
        var outcome = await silo.Journal.AppendAsync(
            new JournalEntry(submission.OrgUnit.Code, sequence, submission.Id, content.Hash, content.Kind, written.AcceptedAt, content.Payload),
            TestContext.Current.CancellationToken);
        Assert.IsType<AppendOutcome.Appended>(outcome);
    }
}
