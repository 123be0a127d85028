using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;
using static EduAnalytics.Findings.Tests.Small;

namespace EduAnalytics.Findings.Tests;

/// <summary>What each number of a finding is, and where it came from.</summary>
public sealed class NumberTests
{
    [Fact]
    public void Each_of_the_numbers_that_do_not_add_up_has_its_name_and_its_own_words_of_the_report()
    {
        var staff = Assert.Single(Shipped.Seed().Of("230404").By("parts.kindergarten_staff"));

        Assert.Equal([17, 71, 91], staff.Numbers.Select(number => number.Value));
        Assert.All(staff.Numbers, number => Assert.Equal((FindingNumberKind.Stated, Period.OfYear(2024), "people"), (number.Kind, number.Period!.Value, number.Unit)));
        Assert.Equal(3, staff.Numbers.Select(number => number.Label).Distinct().Count());
        Assert.Contains("17人为在编人员", Assert.Single(staff.Numbers[0].Sources).Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void A_computed_rate_rests_on_what_it_was_computed_from_and_its_target_on_a_document()
    {
        var share = Assert.Single(Shipped.Seed().Of("230404"), finding => finding.Id is { Rule: "target.missed_by_county", Subject: "preschool.public_share", Period.Start.Year: 2024 });

        var (value, target) = (share.Numbers[0], share.Numbers[1]);
        Assert.Equal((FindingNumberKind.Computed, "preschool.public_share", "percent"), (value.Kind, value.Code, value.Unit));
        Assert.Contains(value.Sources, source => source.Quote?.Contains("530人", StringComparison.Ordinal) == true);
        Assert.Equal((FindingNumberKind.Target, null), (target.Kind, target.Code));
        Assert.False(string.IsNullOrEmpty(target.SetBy));
        Assert.Empty(target.Sources);
    }

    [Fact]
    public void The_numbers_of_every_finding_are_its_values_each_with_a_name_in_both_languages()
    {
        foreach (var finding in Shipped.WholeCity().Findings)
        {
            Assert.Equal(finding.Values, finding.Numbers.Select(number => number.Value));
            Assert.All(finding.Numbers, number => Assert.False(string.IsNullOrEmpty(number.Label) || string.IsNullOrEmpty(number.LabelEn)));
            Assert.All(finding.Numbers.SelectMany(number => number.Sources), source => Assert.Contains(source.SubmissionId, finding.Sources.Select(one => one.SubmissionId)));
        }
    }

    [Fact]
    public void A_figure_out_of_a_file_names_the_file_and_its_line()
    {
        var city = WithSchools(0).State(
            District,
            Of("preschool.staff", 2024, 91) with { Place = new FigurePlace("staff.csv", 4) },
            Of("preschool.staff_established", 2024, 92) with { Place = new FigurePlace("staff.csv", 7) });

        var finding = Assert.Single(city.Of(District).By("parts.kindergarten_staff"));

        Assert.Equal(
            [("staff.csv", 7L), ("staff.csv", 4L)],
            finding.Numbers.Select(number => Assert.Single(number.Sources)).Select(source => (source.File!, source.Line!.Value)));
        var together = Assert.Single(finding.Sources);
        Assert.Equal(("staff.csv", null, 2), (together.File, together.Line, together.Lines));
    }
}
