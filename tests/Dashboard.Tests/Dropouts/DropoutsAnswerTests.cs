using EduAnalytics.Dashboard.Dropouts;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Units;

namespace EduAnalytics.Dashboard.Tests.Dropouts;

public sealed class DropoutsAnswerTests
{
    [Fact]
    public void Who_has_the_most_open_cases_stands_first_then_who_owes_the_most_reports()
    {
        var answer = Answer(("quiet", 0, 0, 3, 3), ("late", 0, 0, 1, 3), ("busy", 2, 5, 3, 3));

        Assert.Equal(["busy", "late", "quiet"], answer.Lines.Select(line => line.OrgUnit.Id));
        Assert.Equal([0, 2, 0], answer.Lines.Select(line => line.Owed));
    }

    [Fact]
    public void A_kindergarten_which_keeps_no_ledger_is_left_out()
    {
        var kindergarten = new LedgerRow(Unit("songhe"), new IndicatorCode("dropout.reporting_rate"), [Reading.None("2026-05")]);

        Assert.Empty(new DropoutsAnswer(Own, new LedgerRows([]), new LedgerRows([kindergarten])).Lines);
    }

    [Fact]
    public void A_school_has_nobody_below_it() => Assert.Empty(new DropoutsAnswer(Own).Lines);

    [Fact]
    public void Months_come_before_the_years_and_what_is_not_known_is_no_choice()
    {
        var unit = new DropoutsUnit(
            "230404", "南山区", null, OrgUnitLevel.District, false, [], null, new ChildCount(0),
            [new("2025", 1), new("2026H1", 2), new("2026H2", null)], [new("2026-04", 3), new("2026-05", 3), new("2026-06", null)]);

        Assert.Equal(["2026-05", "2026-04", "2026H1", "2025"], unit.Periods);
    }

    private static LedgeredUnit Own
    {
        get
        {
            var none = Reading.None("2026-05");
            return new LedgeredUnit(new DropoutLedger(none, none, none, none, none, none));
        }
    }

    private static DropoutsAnswer Answer(params (string Id, int Suspected, int Confirmed, int Given, int Due)[] schools) => new(
        Own,
        new LedgerRows([.. schools.SelectMany(school => new[] { Row(school.Id, "dropout.suspected", school.Suspected), Row(school.Id, "dropout.confirmed", school.Confirmed) })]),
        new LedgerRows([.. schools.Select(school => new LedgerRow(
            Unit(school.Id),
            new IndicatorCode("dropout.reporting_rate"),
            [Reading.None("2026-05") with { Value = 100m * school.Given / school.Due, Numerator = school.Given, Denominator = school.Due }]))]));

    private static LedgerRow Row(string id, string indicator, int value) =>
        new(Unit(id), new IndicatorCode(indicator), [Reading.None("2026-05") with { Value = value }]);

    private static OrgUnit Unit(string id) => new(id, id, null, OrgUnitLevel.School, false);
}
