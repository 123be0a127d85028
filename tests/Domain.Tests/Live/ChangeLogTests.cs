using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Live;

namespace EduAnalytics.Domain.Tests.Live;

public sealed class ChangeLogTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private static readonly ValueQuery Query = new(Field.Primary.Id, "dropout.rate", Field.Year2024, null);
    private readonly ChangeLog _log = new();

    [Fact]
    public void A_change_tells_where_the_value_stood_an_hour_ago_and_where_it_stands()
    {
        _log.Begin(Query, Value(1));
        Move(2, 0);
        Move(3, 10);

        var change = Assert.Single(_log.Since(Start.AddMinutes(10) - ChangeLog.Window));

        Assert.Equal((1m, 3m), (change.Before.Value, change.Now.Value));
        Assert.Equal((Start.AddMinutes(10), 2), (change.At, change.Times));
    }

    [Fact]
    public void A_step_older_than_the_hour_is_no_longer_where_a_change_begins()
    {
        _log.Begin(Query, Value(1));
        Move(2, 0);
        Move(3, 50);

        var change = Assert.Single(_log.Since(Start.AddMinutes(70) - ChangeLog.Window));

        Assert.Equal((2m, 3m), (change.Before.Value, change.Now.Value));
    }

    [Fact]
    public void A_value_that_is_back_where_it_was_is_no_change()
    {
        _log.Begin(Query, Value(1));
        Move(2, 0);
        Move(1, 10);

        Assert.Empty(_log.Since(Start - ChangeLog.Window));
    }

    [Fact]
    public void A_value_that_was_looked_at_and_did_not_move_is_forgotten()
    {
        _log.Begin(Query, Value(1));
        Move(1, 0);

        _log.Trim(Start);

        Assert.False(_log.Knows(Query));
        Assert.Empty(_log.Since(Start - ChangeLog.Window));
    }

    [Fact]
    public void Steps_within_a_minute_are_kept_as_one_and_counted_all()
    {
        _log.Begin(Query, Value(0));
        for (var second = 0; second < 60; second++)
        {
            _log.Touch(Query);
            _log.Settle(_log.TakeTouched()[0], Value(second + 1), Start.AddSeconds(second));
        }

        var change = Assert.Single(_log.Since(Start - ChangeLog.Window));

        Assert.Equal((0m, 60m, 60), (change.Before.Value, change.Now.Value, change.Times));
    }

    [Fact]
    public void Of_more_values_than_are_kept_those_that_moved_longest_ago_go()
    {
        for (var year = 0; year <= ChangeLog.MostValues; year++)
        {
            var query = Query with { Indicator = $"made.{year}" };
            _log.Begin(query, Value(1));
            _log.Touch(query);
            _log.Settle(_log.TakeTouched()[0], Value(2), Start.AddMilliseconds(year));
        }

        _log.Trim(Start.AddSeconds(2));

        Assert.False(_log.Knows(Query with { Indicator = "made.0" }));
        Assert.Equal(ChangeLog.MostValues, _log.Since(Start - ChangeLog.Window).Count());
    }

    private void Move(decimal to, int minute)
    {
        _log.Touch(Query);
        _log.Settle(Assert.Single(_log.TakeTouched()), Value(to), Start.AddMinutes(minute));
    }

    private static IndicatorValue Value(decimal value) => new()
    {
        OrgUnit = Query.OrgUnit,
        Indicator = Query.Indicator,
        Period = Query.Period,
        Value = value,
        Numerator = value,
        Denominator = 100,
    };
}
