using CsCheck;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Tests;

public class RollUpTests
{
    private static readonly MeasureKey enrolled = new(MeasureCodes.Enrolled, Field.Year2023, null);

    /// <summary>
    /// Three schools change at random; their updates are lost, repeated and delivered in any order. After each school has
    /// got its last row through, the sums are those of the schools, however rough the way was.
    /// </summary>
    [Fact]
    public void Lost_repeated_and_reordered_updates_leave_the_right_sums()
    {
        OrgUnit[] schools = [Field.Primary, Field.Junior, Field.NineYear];
        var change = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 400], Gen.Int[0, 9]);
        Gen.Select(change.List[1, 40], Gen.Int).Sample((changes, seed) =>
        {
            var random = new Random(seed);
            var children = schools.Select(unit => new Child(unit)).ToList();
            var rollUp = new RollUp(Field.Catalogue);
            var underway = new List<(Child From, RowUpdate Update)>();
            foreach (var (which, value, fate) in changes)
            {
                var child = children[which];
                child.State(value);
                if (fate > 1)
                    underway.Add((child, child.Row.Since(child.Held)));
                if (fate > 6)
                    underway.Add((child, child.Row.Since(child.Held)));
                if (fate % 3 == 0)
                    DeliverOne(underway, rollUp, random);
            }

            while (underway.Count > 0)
                DeliverOne(underway, rollUp, random);
            foreach (var child in children)
            {
                while (child.Held < child.Row.Version)
                    child.Held = rollUp.Accept(child.Unit, child.Row.Since(child.Held), []).Held;
            }

            var reported = children.Where(child => child.Row.Version > 0).ToList();
            Assert.True(rollUp.TrySum(enrolled, out var sum, out var units, out _));
            Assert.Equal(reported.Sum(child => child.Value), sum);
            Assert.Equal(reported.Count, units);
            Assert.Equal(reported.Sum(child => child.Row.Version), rollUp.Version);
        });

        static void DeliverOne(List<(Child From, RowUpdate Update)> underway, RollUp rollUp, Random random)
        {
            if (underway.Count == 0)
                return;
            var at = random.Next(underway.Count);
            var (child, update) = underway[at];
            underway.RemoveAt(at);
            child.Held = rollUp.Accept(child.Unit, update, []).Held;
        }
    }

    [Fact]
    public void A_version_never_goes_back()
    {
        var rollUp = new RollUp(Field.Catalogue);
        var child = new Child(Field.Primary);
        child.State(10);
        var old = child.Row.Since(0);
        child.State(20);
        rollUp.Accept(child.Unit, child.Row.Since(0), []);
        var before = rollUp.Version;

        Assert.Equal(2, rollUp.Accept(child.Unit, old, []).Held);

        Assert.Equal(before, rollUp.Version);
        Assert.True(rollUp.TrySum(enrolled, out var sum, out _, out _));
        Assert.Equal(20, sum);
    }

    [Fact]
    public void An_update_whose_predecessor_was_lost_is_not_taken_and_the_receipt_says_from_where_to_send()
    {
        var rollUp = new RollUp(Field.Catalogue);
        var child = new Child(Field.Primary);
        child.State(10);
        child.State(20);

        Assert.Equal(0, rollUp.Accept(child.Unit, child.Row.Since(1), []).Held);
        Assert.False(rollUp.TrySum(enrolled, out _, out _, out _));
    }

    [Fact]
    public void A_row_sent_again_after_a_restart_says_nothing_new()
    {
        var rollUp = new RollUp(Field.Catalogue);
        var child = new Child(Field.Primary);
        child.State(10);
        rollUp.Accept(child.Unit, child.Row.Since(0), []);

        var changed = new List<MeasureKey>();
        rollUp.Accept(child.Unit, child.Restarted().Since(0), changed);

        Assert.Empty(changed);
    }

    [Fact]
    public void A_roll_up_of_schools_equals_the_district_counted_from_all_students()
    {
        var student = Gen.Select(Gen.Int[0, 1], Gen.Int[2021, 2024], Gen.Bool);
        student.List[1, 80].Sample(students =>
        {
            OrgUnit[] schools = [Field.Primary, Field.Junior];
            var rollUp = new RollUp(Field.Catalogue);
            foreach (var (unit, index) in schools.Select((unit, index) => (unit, index)))
            {
                var ledger = new SchoolLedger(unit.Stages[0]);
                foreach (var (_, year, drops) in students.Where(one => one.Item1 == index))
                    ledger.Apply(new EnrolmentRecorded("s", Field.Noon, [.. EventsOf($"s{ledger.Sequence}", year, drops)]));
                var measures = new SchoolMeasures(unit, ledger, Field.Catalogue);
                var row = new Row(unit.Id);
                row.Refresh(measures, measures.Keys);
                rollUp.Accept(unit, row.Since(0), []);
            }

            foreach (var year in new[] { 2021, 2022, 2023, 2024 })
            {
                var expected = students.Count(one => one.Item2 == year && one.Item3);
                rollUp.TrySum(new MeasureKey(MeasureCodes.DroppedOut, Field.Year(year), null), out var sum, out _, out _);
                Assert.Equal(expected, sum);
            }
        });

        static IEnumerable<EnrolmentEvent> EventsOf(string id, int year, bool drops)
        {
            yield return new EnrolmentEvent(id, EnrolmentKind.Enrolled, new DateOnly(year, 3, 1), null, null, null);
            if (drops)
                yield return new EnrolmentEvent(id, EnrolmentKind.DroppedOut, new DateOnly(year, 4, 1), null, null, null);
        }
    }

    /// <summary>A school that states its enrolment, and what it believes its parent holds.</summary>
    private sealed class Child(OrgUnit unit)
    {
        private readonly SchoolLedger ledger = new(unit.Stages is [var only] ? only : null);

        public OrgUnit Unit => unit;

        public Row Row { get; } = new(unit.Id);

        public long Held { get; set; }

        public decimal Value { get; private set; }

        public void State(int value)
        {
            Value = value;
            ledger.Apply(new FiguresReported("s", Field.Noon, new Source("年报", null), [new Figure(MeasureCodes.Enrolled, Period.OfYear(2023), null, value)]));
            Row.Refresh(new SchoolMeasures(unit, ledger, Field.Catalogue), [enrolled]);
        }

        public Row Restarted()
        {
            var row = new Row(unit.Id);
            row.Refresh(new SchoolMeasures(unit, ledger, Field.Catalogue), [enrolled]);
            return row;
        }
    }
}
