using System.Text;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Journal.Snapshots;

namespace EduAnalytics.Journal.Tests;

/// <summary>Snapshots written before something was kept are read as before it.</summary>
public sealed class OldSnapshotTests
{
    private static readonly OrgUnitId unit = OrgUnitId.Parse("230404");

    [Fact]
    public void A_snapshot_from_before_findings_could_be_acknowledged_is_taken_over_without_any()
    {
        var ledger = new AuthorityLedger();
        var now = SnapshotCodec.Encode(unit, ledger);

        var old = now with { Sequence = 7, State = Encoding.UTF8.GetBytes("""{"stated":[],"problems":[]}""") };

        Assert.True(SnapshotCodec.TryRestore(old, ledger));
        Assert.Equal(7, ledger.Sequence);
        Assert.Empty(ledger.Acknowledged.All);
    }

    [Fact]
    public void What_was_said_of_a_finding_comes_back_from_a_snapshot()
    {
        var finding = new FindingId("target.missed", unit, Period.OfYear(2023), SchoolStage.Primary, "fitness.excellent_good_rate");
        var ledger = new AuthorityLedger();
        ledger.Apply(new FindingAcknowledged("a", DateTimeOffset.UnixEpoch, finding, [3.4m, 50], Severity.Critical, "复测已安排", "王老师"));

        var restored = new AuthorityLedger();
        Assert.True(SnapshotCodec.TryRestore(SnapshotCodec.Encode(unit, ledger), restored));

        var word = Assert.Single(restored.Acknowledged.All);
        Assert.Equal((finding, Severity.Critical, "复测已安排", "王老师"), (word.Finding, word.Severity, word.Note, word.By));
        Assert.Equal([3.4m, 50], word.Values);
    }
}
