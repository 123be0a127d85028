using EduAnalytics.Domain.Findings;

namespace EduAnalytics.Findings.Tests;

/// <summary>Eight districts over years of records: the rules must tell what is wrong and leave the rest in peace.</summary>
public sealed class WholeCityTests(WholeCityTests.Samples samples) : IClassFixture<WholeCityTests.Samples>
{
    private static readonly string[] contradictions = ["parts.", "stated.", "share.", "count.", "schools."];

    [Fact]
    public void The_one_contradiction_in_all_samples_is_the_reports_own()
    {
        var found = samples.Findings.Where(finding => contradictions.Any(start => finding.Id.Rule.StartsWith(start, StringComparison.Ordinal)));

        var only = Assert.Single(found);
        Assert.Equal(("230404", "parts.kindergarten_staff"), (only.OrgUnit.Code, only.Id.Rule));
    }

    [Fact]
    public void The_reports_fitness_rate_is_far_from_those_of_the_other_districts()
    {
        var finding = Assert.Single(samples.Findings.By("peers.far"), finding => finding.OrgUnit.Code == "230404");

        Assert.Equal((2023, 3.4m), (finding.Period.Start.Year, finding.Values[0]));
        Assert.InRange(finding.Values[1], 30, 50);
    }

    [Fact]
    public void Most_units_are_not_far_from_their_peers()
    {
        var far = samples.Findings.Where(finding => finding.Id.Rule.StartsWith("peers.", StringComparison.Ordinal)).ToList();

        // Some eighty units, five rates, two stages, eight years: thousands of values, of which chance alone puts a few far.
        Assert.InRange(far.Count, 1, 60);
    }

    public sealed class Samples
    {
        public IReadOnlyList<Finding> Findings { get; } = [.. Shipped.WholeCity().Findings];
    }
}
