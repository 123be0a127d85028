using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Findings.Tests;

/// <summary>A person's word on a finding holds for its numbers.</summary>
public sealed class AcknowledgementTests
{
    private static readonly FindingId id = new("target.missed", OrgUnitId.Parse("230404"), Period.OfYear(2023), null, "fitness.excellent_good_rate");

    private static readonly Finding finding = new(id, Severity.Critical, "优良率为3.4%", "The rate is 3.4%", [3.4m, 50], []);

    private static readonly FindingAcknowledged given = new("a", WorkedCity.Noon, id, [3.4m, 50], Severity.Critical, "复测已安排", "王老师");

    [Fact]
    public void It_covers_the_finding_with_the_numbers_it_had_however_they_are_written()
    {
        var word = Assert.Single(After(given).All);

        Assert.True(word.Covers(finding));
        Assert.True(word.Covers(finding with { Values = [3.40m, 50.0m], Message = "另一句" }));
    }

    [Fact]
    public void Another_number_another_severity_or_another_finding_is_open()
    {
        var word = Assert.Single(After(given).All);

        Assert.False(word.Covers(finding with { Values = [3.5m, 50] }));
        Assert.False(word.Covers(finding with { Values = [3.4m] }));
        Assert.False(word.Covers(finding with { Severity = Severity.Warning }));
        Assert.False(word.Covers(finding with { Id = id with { Period = Period.OfYear(2024) } }));
    }

    [Fact]
    public void Of_two_words_the_newer_holds_and_one_taken_back_is_none()
    {
        var newer = given with { SubmissionId = "b", Values = [5, 50], Note = "已复测" };

        Assert.Equal("已复测", Assert.Single(After(given, newer).All).Note);
        Assert.Empty(After(given, newer, new AcknowledgementWithdrawn("c", WorkedCity.Noon, id, "王老师")).All);
    }

    private static AcknowledgedFindings After(params JournalEvent[] events)
    {
        var ledger = new Domain.RollUps.AuthorityLedger();
        foreach (var journalEvent in events)
            ledger.Apply(journalEvent);
        Assert.Equal(events.Length, ledger.Sequence);
        return ledger.Acknowledged;
    }
}
