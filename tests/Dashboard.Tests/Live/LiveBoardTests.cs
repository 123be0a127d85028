using System.Text.Json;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Live;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Live;

public sealed class LiveBoardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private readonly LiveBoard _board = new();

    public LiveBoardTests() => _board.Load(Read<LiveAnswer>(new SampleCity().Answer("Live", new Dictionary<string, object?>())));

    [Fact]
    public void A_repeated_change_is_no_news()
    {
        var change = Change(SampleLive.School, 1, version: 5);

        Assert.True(_board.Apply(change, Now));
        Assert.False(_board.Apply(change, Now));
        Assert.Single(_board.Feed);
    }

    [Fact]
    public void A_late_change_does_not_take_the_place_of_a_newer_one()
    {
        _board.Apply(Change(SampleLive.District, 5, version: 5), Now);

        Assert.False(_board.Apply(Change(SampleLive.District, 4, version: 4), Now));
        Assert.Equal(5, _board.Find(_board.Tiles[1], LiveIndicators.Dropout)?.Numerator);
    }

    [Fact]
    public void A_state_read_late_does_not_undo_a_change()
    {
        _board.Apply(Change(SampleLive.District, 5, version: 5), Now);

        _board.Load(Read<LiveAnswer>(new SampleCity().Answer("Live", new Dictionary<string, object?>())));

        Assert.Equal(5, _board.Find(_board.Tiles[1], LiveIndicators.Dropout)?.Numerator);
    }

    [Fact]
    public void Sums_of_a_district_move_its_tile_but_do_not_crowd_the_feed()
    {
        Assert.True(_board.Apply(Change(SampleLive.District, 5, version: 5), Now));

        Assert.Empty(_board.Feed);
    }

    [Fact]
    public void What_stood_when_the_page_opened_is_no_change()
    {
        var board = Opened(newest: Now);
        var standing = Change(SampleLive.School, 1, version: 5) with { AsOf = Now };

        Assert.False(board.Apply(standing, Now));
        Assert.Empty(board.Feed);
        Assert.True(board.Apply(Change(SampleLive.School, 2, version: 6) with { AsOf = Now.AddSeconds(1) }, Now));
        Assert.Equal(standing.Reading, Assert.Single(board.Feed).Before);
    }

    [Fact]
    public void A_schools_first_record_after_the_page_opened_is_a_change()
    {
        var board = Opened(newest: Now);

        Assert.True(board.Apply(Change(SampleLive.School, 1, version: 5) with { AsOf = Now.AddSeconds(1) }, Now));

        Assert.Null(Assert.Single(board.Feed).Before);
    }

    [Fact]
    public void A_school_is_shown_with_its_district()
    {
        var change = Change(SampleLive.School, 1, version: 5);

        Assert.Equal(SampleLive.District, _board.DistrictOf(change.OrgUnit)?.Id);
    }

    /// <summary>A board whose newest record was accepted at the time given.</summary>
    private static LiveBoard Opened(DateTimeOffset newest)
    {
        var answer = Read<LiveAnswer>(new SampleCity().Answer("Live", new Dictionary<string, object?>()));
        var city = answer.Cities.Nodes[0];
        var board = new LiveBoard();
        board.Load(answer with { Cities = new LiveCityList([city with { Dropout = [.. city.Dropout.Select(reading => reading with { AsOf = newest })] }]) });
        return board;
    }

    private static ChangedReading Change(string unit, decimal count, int version) =>
        Read<ChangesEvent>(JsonSerializer.SerializeToElement(SampleLive.DroppedOut(unit, count, 500, version))).IndicatorChanged;

    private static T Read<T>(JsonElement data) => data.Deserialize<T>(AnswerJson.Options)!;
}
