using System.Security.Cryptography;
using System.Text;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;

namespace EduAnalytics.Fitness.Tests.Kept;

/// <summary>What the journal keeps of a test; lines from before there were items must stay readable for good.</summary>
public class JournalTests
{
    private const string PayloadBeforeItems =
        """[{"student":"s9","testedOn":"2024-10-09","grade":4,"sex":"Male","score":89.5},{"student":"s10","testedOn":"2024-10-09","grade":4,"sex":"Female","score":0}]""";

    private static readonly DateTimeOffset noon = new(2024, 11, 20, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly FitnessResult measured = new(
        "s9", new DateOnly(2024, 10, 9), 9, Sex.Male, 84.2m, Shipped.Items(("bmi", 19.8m), ("sit_and_reach", -2.5m), ("run_1000m", 225)));

    [Fact]
    public void A_line_written_before_there_were_items_is_read_as_it_was_meant()
    {
        var results = Decode(PayloadBeforeItems);

        Assert.Equal(
            [
                new FitnessResult("s9", new DateOnly(2024, 10, 9), 4, Sex.Male, 89.5m),
                new FitnessResult("s10", new DateOnly(2024, 10, 9), 4, Sex.Female, 0),
            ],
            results);
    }

    [Fact]
    public void Such_a_line_sent_again_is_known_by_the_fingerprint_it_had()
    {
        var encoded = Encode([.. Decode(PayloadBeforeItems)]);

        Assert.Equal(PayloadBeforeItems, Encoding.UTF8.GetString(encoded.Payload));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("FitnessRecorded" + PayloadBeforeItems))), encoded.Hash);
    }

    [Fact]
    public void Items_and_the_score_they_had_come_back_from_the_journal()
    {
        var payload = Encoding.UTF8.GetString(Encode(measured).Payload);
        var read = Assert.Single(Decode(payload));

        Assert.Equal(measured with { Items = null }, read with { Items = null });
        Assert.Equal(measured.Items!.Value, read.Items!.Value);
        Assert.Equal(
            """[{"student":"s9","testedOn":"2024-10-09","grade":9,"sex":"Male","score":84.2,"items":[{"item":"bmi","value":19.8},{"item":"sit_and_reach","value":-2.5},{"item":"run_1000m","value":225}]}]""",
            payload);
    }

    [Fact]
    public void An_exemption_comes_back_from_the_journal()
    {
        var exempt = measured with { Score = null, Items = Shipped.Items(("exempt", 1)) };

        var read = Assert.Single(Decode(Encoding.UTF8.GetString(Encode(exempt).Payload)));

        Assert.Equal((true, null), (read.Exempt, read.Score));
    }

    [Fact]
    public void The_same_items_are_the_same_content_also_where_a_corrected_table_scores_them_otherwise()
    {
        Assert.Equal(Encode(measured).Hash, Encode(measured with { Score = 84.7m }).Hash);
        Assert.NotEqual(Encode(measured).Hash, Encode(measured with { Items = measured.Items!.Value.SetItem(2, new("run_1000m", 226)) }).Hash);
        Assert.NotEqual(Encode(measured).Hash, Encode(measured with { Items = null }).Hash);
    }

    private static EncodedContent Encode(params FitnessResult[] results) => JournalEventCodec.Encode(new FitnessRecorded("s", noon, [.. results]));

    private static IEnumerable<FitnessResult> Decode(string payload)
    {
        var entry = new JournalEntry("230404-no12-middle", 1, "s", "hash", "FitnessRecorded", noon, Encoding.UTF8.GetBytes(payload));
        return Assert.IsType<FitnessRecorded>(JournalEventCodec.Decode(entry)).Results;
    }
}
