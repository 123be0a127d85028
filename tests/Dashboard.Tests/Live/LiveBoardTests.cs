using System.Text.Json;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Live;
using EduAnalytics.Dashboard.Tests.Sample;

namespace EduAnalytics.Dashboard.Tests.Live;

public sealed class LiveBoardTests
{
    private readonly LiveBoard _board = new();

    public LiveBoardTests() => _board.Load(Opened(SampleLive.City));

    [Fact]
    public void A_repeated_change_is_no_news()
    {
        var change = Change(SampleLive.District, 5, version: 5);

        Assert.True(_board.Apply(change));
        Assert.False(_board.Apply(change));
    }

    [Fact]
    public void A_late_change_does_not_take_the_place_of_a_newer_one()
    {
        _board.Apply(Change(SampleLive.District, 5, version: 5));

        Assert.False(_board.Apply(Change(SampleLive.District, 4, version: 4)));
        Assert.Equal(5, _board.Scene.Tiles[1].Dropout?.Numerator);
    }

    [Fact]
    public void A_state_read_late_does_not_undo_a_change()
    {
        _board.Apply(Change(SampleLive.District, 5, version: 5));

        _board.Load(Opened(SampleLive.City));

        Assert.Equal(5, _board.Scene.Tiles[1].Dropout?.Numerator);
    }

    [Fact]
    public void A_tile_that_did_not_change_is_the_very_same_in_the_next_scene()
    {
        var before = _board.Scene;

        _board.Apply(Change(SampleLive.District, 5, version: 5));
        _board.Take(Pulse(submissions: 2));

        Assert.Same(before.Tiles[0], _board.Scene.Tiles[0]);
        Assert.NotSame(before.Tiles[1], _board.Scene.Tiles[1]);
        Assert.Same(before.Activity, _board.Scene.Activity);
    }

    [Fact]
    public void What_moved_below_the_tiles_is_told_one_by_one_and_a_tiles_own_value_on_the_tile()
    {
        _board.Take(Pulse(3, SampleLive.Moved(SampleLive.District, "DISTRICT", 0.4m, 0.6m), SampleLive.Moved(SampleLive.School, "SCHOOL", 1m, 2m)));

        Assert.Equal(0.4m, _board.Scene.Tiles[1].DropoutBefore?.Before);
        Assert.Equal(SampleLive.School, Assert.Single(_board.Scene.Feed).OrgUnit.Id);
    }

    [Fact]
    public void Where_only_sums_may_be_told_the_sums_are_told()
    {
        _board.Take(Pulse(3, SampleLive.Moved(SampleLive.District, "DISTRICT", 0.4m, 0.6m)));

        Assert.Equal(SampleLive.District, Assert.Single(_board.Scene.Feed).OrgUnit.Id);
    }

    [Fact]
    public void A_change_of_another_period_than_the_tile_shows_is_not_told_on_the_tile()
    {
        _board.Take(Pulse(3, SampleLive.Moved(SampleLive.District, "DISTRICT", 0.4m, 0.6m, period: "2025")));

        Assert.Null(_board.Scene.Tiles[1].DropoutBefore);
    }

    [Fact]
    public void A_stage_that_misses_its_own_target_alerts_the_tile_though_the_whole_has_none()
    {
        Assert.False(_board.Scene.Tiles[1].IsAlert);

        Assert.True(_board.Apply(Junior(10, version: 2)));

        Assert.True(_board.Scene.Tiles[1].IsAlert);
        Assert.Equal(new StageMiss(SchoolStage.Junior, "2026", 5m, 1.8m), Assert.Single(_board.Scene.Tiles[1].DropoutMisses));
        Assert.Equal(3, _board.Scene.Tiles[1].Dropout?.Numerator);
    }

    [Fact]
    public void A_stage_that_meets_its_target_again_alerts_no_longer()
    {
        _board.Apply(Junior(10, version: 2));

        Assert.True(_board.Apply(Junior(2, version: 3)));

        Assert.False(_board.Scene.Tiles[1].IsAlert);
    }

    [Fact]
    public void A_stage_that_still_meets_its_target_is_no_news()
    {
        var before = _board.Scene;

        Assert.False(_board.Apply(Junior(3, version: 2)));

        Assert.Same(before, _board.Scene);
    }

    [Fact]
    public void A_stage_is_judged_by_its_newest_year_and_by_no_half_year()
    {
        Assert.False(_board.Apply(Junior(10, version: 2, period: "2025")));
        Assert.False(_board.Apply(Junior(10, version: 3, period: "2026H2")));

        Assert.Empty(_board.Scene.Tiles[1].DropoutMisses);
    }

    private static ChangedReading Junior(decimal count, int version, string period = "2026") =>
        Read<ChangesEvent>(JsonSerializer.SerializeToElement(SampleLive.JuniorDroppedOut(SampleLive.District, count, 200, version, period))).IndicatorChanged;

    private static LiveAnswer Opened(string unit) =>
        Read<LiveAnswer>(new SampleCity().Answer("Live", new Dictionary<string, object?> { ["unit"] = unit }));

    private static LivePulseAnswer Pulse(int submissions, params object[] changes) =>
        Read<LivePulseAnswer>(JsonSerializer.SerializeToElement(SampleLive.Pulse(submissions, changes)));

    private static ChangedReading Change(string unit, decimal count, int version) =>
        Read<ChangesEvent>(JsonSerializer.SerializeToElement(SampleLive.DroppedOut(unit, count, 500, version))).IndicatorChanged;

    private static T Read<T>(JsonElement data) => data.Deserialize<T>(AnswerJson.Options)!;
}
