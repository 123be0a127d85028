using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using static EduAnalytics.Findings.Tests.Small;

namespace EduAnalytics.Findings.Tests;

/// <summary>A school with students that gives no monthly report of dropouts is told of, although it says nothing.</summary>
public sealed class SilentSchoolTests
{
    private readonly WorkedCity city = WithSchools(2);

    public SilentSchoolTests()
    {
        Record(0, new EnrolmentEvent("here", EnrolmentKind.Enrolled, new DateOnly(2024, 3, 4), 3, Sex.Female, null));
        Record(1, new EnrolmentEvent("there", EnrolmentKind.Enrolled, new DateOnly(2024, 3, 4), 3, Sex.Male, null));
        city.State(School(1), NoneDroppedOut);
    }

    [Fact]
    public void A_school_that_owes_its_report_is_found_once_the_month_is_over_and_its_district_with_it()
    {
        End(0, "2024-03");
        End(1, "2024-03");

        var found = Assert.Single(city.Of(School(0)).By("reports.owed"));
        Assert.Equal((Severity.Critical, "dropout.reporting_rate", Period.OfYear(2024)), (found.Severity, found.Id.Subject, found.Id.Period));
        Assert.Equal([0m, 100m], found.Values);
        Assert.Contains("2024年辍学月报报送率为0%", found.Message, StringComparison.Ordinal);
        Assert.Empty(city.Of(School(1)).By("reports.owed"));
        Assert.Equal([50m, 100m], Assert.Single(city.Of(District).By("reports.owed")).Values);
    }

    [Fact]
    public void It_is_found_no_longer_when_the_report_came_late()
    {
        End(0, "2024-03");

        city.State(School(0), NoneDroppedOut);

        Assert.Empty(city.Findings.By("reports.owed"));
    }

    [Fact]
    public void A_missing_report_is_no_target_for_a_ledger_of_problems()
    {
        End(0, "2024-03");

        Assert.DoesNotContain(city.Findings.By("ledger.not_handed_in"), finding => finding.Message.Contains("月报", StringComparison.Ordinal));
    }

    private static Figure NoneDroppedOut => Of("students.dropped_out", "2024-03", 0);

    private void Record(int school, EnrolmentEvent recorded) => city.Apply(
        OrgUnitId.Parse(School(school)), new EnrolmentRecorded($"{school}-{recorded.Kind}-{recorded.Date}", WorkedCity.Noon, ImmutableArray.Create(recorded)));

    private void End(int school, string month) => city.Apply(OrgUnitId.Parse(School(school)), MonthEnded.At(WorkedCity.Noon, Period.Parse(month)));
}
