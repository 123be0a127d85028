using System.Text;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Journal.Events;

namespace EduAnalytics.Journal.Tests.Events;

/// <summary>Figures in the journal, with and without the place they stood at.</summary>
public sealed class FigurePlaceTests
{
    private const string PayloadBeforePlaces =
        """{"source":{"document":"Return 2024"},"figures":[{"code":"preschool.staff","period":"2024","value":91}]}""";

    private static readonly DateTimeOffset noon = new(2024, 11, 20, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_figure_written_before_there_were_places_is_read_and_has_none()
    {
        var figure = Assert.Single(Decode(PayloadBeforePlaces).Figures);

        Assert.Equal(91, figure.Value);
        Assert.Null(figure.Place);
    }

    [Fact]
    public void A_figure_without_a_place_is_written_as_ever()
    {
        var encoded = JournalEventCodec.Encode(Reported(place: null));

        Assert.Equal(PayloadBeforePlaces, Utf8(encoded));
    }

    [Fact]
    public void A_place_comes_back_from_the_journal_and_is_no_part_of_the_fingerprint()
    {
        var place = new FigurePlace("staff.csv", 4);
        var encoded = JournalEventCodec.Encode(Reported(place));

        Assert.Equal(place, Assert.Single(Decode(Utf8(encoded)).Figures).Place);
        Assert.Equal(JournalEventCodec.Encode(Reported(place: null)).Hash, encoded.Hash);
        Assert.Equal(JournalEventCodec.Encode(Reported(new FigurePlace("renamed.csv", 9))).Hash, encoded.Hash);
    }

    private static FiguresReported Reported(FigurePlace? place) =>
        new("s", noon, new Source("Return 2024", null), [new Figure("preschool.staff", Period.OfYear(2024), null, 91, null, place)]);

    private static string Utf8(EncodedContent encoded) => Encoding.UTF8.GetString(encoded.Payload);

    private static FiguresReported Decode(string payload) => (FiguresReported)JournalEventCodec.Decode(
        new JournalEntry("230404", 1, "s", "hash", nameof(FiguresReported), noon, Encoding.UTF8.GetBytes(payload)));
}
