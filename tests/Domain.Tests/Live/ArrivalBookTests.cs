using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Sources;

namespace EduAnalytics.Domain.Tests.Live;

public sealed class ArrivalBookTests
{
    private static readonly DateTimeOffset Opened = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private readonly ArrivalBook _book = new(Field.District.Id, Opened);

    [Fact]
    public void A_district_counts_its_schools_and_itself_and_a_school_only_itself()
    {
        _book.Add(Count(SourceKind.Figures, 0, submissions: 1, lines: 7));
        _book.Add(Batch(Field.Primary.Id, 1, Count(SourceKind.Enrolment, 0, 2, 3)));
        _book.Add(Batch(Field.Junior.Id, 1, Count(SourceKind.Enrolment, 1, 1, 1)));

        Assert.Equal([new KindCount(SourceKind.Figures, 1, 7), new KindCount(SourceKind.Enrolment, 3, 4)], Of(Field.District.Id, 1).Today);
        Assert.Equal([new KindCount(SourceKind.Enrolment, 2, 3)], Of(Field.Primary.Id, 1).Today);
        Assert.Equal([new MinuteCount(Opened, 3, 10), new MinuteCount(Opened.AddMinutes(1), 1, 1)], Of(Field.District.Id, 1).Minutes);
    }

    [Fact]
    public void A_batch_that_comes_again_is_counted_once()
    {
        var batch = Batch(Field.Primary.Id, 1, Count(SourceKind.Fitness, 0, 1, 30));

        Assert.True(_book.Add(batch));
        Assert.False(_book.Add(batch));

        Assert.Equal([new KindCount(SourceKind.Fitness, 1, 30)], Of(Field.District.Id, 0).Today);
    }

    [Fact]
    public void A_school_that_woke_again_begins_its_numbers_anew_and_is_counted()
    {
        _book.Add(Batch(Field.Primary.Id, 5, Count(SourceKind.Fitness, 0, 1, 30)));

        Assert.True(_book.Add(Batch(Field.Primary.Id, 1, Count(SourceKind.Fitness, 0, 1, 10)) with { Sender = Guid.NewGuid() }));

        Assert.Equal([new KindCount(SourceKind.Fitness, 2, 40)], Of(Field.District.Id, 0).Today);
    }

    [Fact]
    public void What_came_more_than_an_hour_ago_is_in_the_day_and_no_longer_in_the_minutes()
    {
        _book.Add(Count(SourceKind.Figures, 0, 1, 1));
        _book.Add(Count(SourceKind.Figures, 59, 1, 1));

        Assert.Equal([new MinuteCount(Opened.AddMinutes(59), 1, 1)], Of(Field.District.Id, 60).Minutes);
        Assert.Equal([new KindCount(SourceKind.Figures, 2, 2)], Of(Field.District.Id, 60).Today);
    }

    [Fact]
    public void A_new_day_begins_at_nothing()
    {
        _book.Add(Count(SourceKind.Figures, 0, 1, 1));

        Assert.Empty(_book.Of(Field.District.Id, Opened, Today.AddDays(1)).Today);
        _book.Add(Count(SourceKind.Figures, 24 * 60, 1, 5) with { Day = Today.AddDays(1) });
        Assert.Equal([new KindCount(SourceKind.Figures, 1, 5)], _book.Of(Field.District.Id, Opened.AddDays(1), Today.AddDays(1)).Today);
    }

    [Fact]
    public void Several_units_together_count_since_the_last_of_them_does()
    {
        var later = new UnitActivity(Opened.AddHours(2), [new KindCount(SourceKind.Figures, 1, 2)], []);
        var earlier = new UnitActivity(Opened, [new KindCount(SourceKind.Figures, 3, 4)], []);

        var sum = UnitActivity.Sum([later, earlier]);

        Assert.Equal(Opened.AddHours(2), sum.CountedSince);
        Assert.Equal([new KindCount(SourceKind.Figures, 4, 6)], sum.Today);
    }

    private UnitActivity Of(OrgUnitId unit, int minute) => _book.Of(unit, Opened.AddMinutes(minute), Today);

    private static ArrivalCount Count(SourceKind kind, int minute, int submissions, long lines) =>
        new(kind, Opened.AddMinutes(minute), Today, submissions, lines);

    private static ArrivalBatch Batch(OrgUnitId unit, long number, ArrivalCount count) => new(unit, Guid.Empty, number, [count]);
}
