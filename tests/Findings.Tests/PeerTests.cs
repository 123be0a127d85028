using CsCheck;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Measures;
using static EduAnalytics.Findings.Tests.Small;

namespace EduAnalytics.Findings.Tests;

public sealed class PeerTests
{
    private static readonly int[] usual = [41, 43, 44, 45, 46, 48];

    [Fact]
    public void One_school_far_from_six_others_is_found_though_its_own_z_score_cannot_exceed_the_root_of_six()
    {
        var city = WithFitness([.. usual, 3]);

        var finding = Assert.Single(city.Findings.By("peers.far"), finding => finding.Id.Subject == "fitness.excellent_good_rate");
        Assert.Equal(School(6), finding.OrgUnit.Code);
        Assert.Equal([3, 44.5m, 1.5m, 6], finding.Values);
        Assert.Contains("其余6个同类单位的中位数为44.5%", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_far_schools_do_not_hide_each_other() =>
        Assert.Equal(
            [School(6), School(7)],
            WithFitness([.. usual, 3, 4]).Findings.By("peers.far").Where(finding => finding.Id.Subject == "fitness.excellent_good_rate")
                .Select(finding => finding.OrgUnit.Code).Order());

    [Fact]
    public void With_fewer_than_five_others_nobody_is_far() =>
        Assert.Empty(WithFitness([41, 43, 44, 46, 3]).Findings.By("peers.far"));

    [Fact]
    public void Where_all_others_agree_a_small_difference_is_not_far_and_a_large_one_is()
    {
        Assert.Empty(WithFitness([45, 45, 45, 45, 45, 45, 49]).Findings.By("peers.far"));
        Assert.Contains(WithFitness([45, 45, 45, 45, 45, 45, 50]).Findings.By("peers.far"), finding => finding.OrgUnit.Code == School(6));
    }

    [Fact]
    public void A_corrected_school_is_far_no_more()
    {
        var city = WithFitness([.. usual, 3]);

        city.State(School(6), Fitness(44));

        Assert.Empty(city.Findings.By("peers.far"));
    }

    [Fact]
    public void A_district_that_states_only_a_total_is_held_against_the_others_totals()
    {
        var city = WithDistricts(8);
        for (var n = 0; n < 7; n++)
            city.State(DistrictOf(n), Fitness(usual[n % 6] + (n / 6)));

        city.State(DistrictOf(7), Of("fitness.excellent_good_rate", 2024, 3.4m));

        var finding = Assert.Single(city.Findings.By("peers.far"), finding => finding.Id.Subject == "fitness.excellent_good_rate");
        Assert.Equal((DistrictOf(7), null), (finding.OrgUnit.Code, finding.Id.Stage));
    }

    [Fact]
    public void The_search_from_both_ends_finds_just_those_which_each_being_left_out_is_far() =>
        Gen.Select(
            Gen.OneOf(Gen.Double[0, 100], Gen.Int[0, 6].Select(n => (double)n), Gen.Const(50.0)).Array[2, 40],
            Gen.Double[2, 5],
            Gen.Double[0.01, 10])
        .Sample((values, score, least) =>
        {
            Array.Sort(values);
            var ends = new PeerSpread(score, least).Find(values);

            for (var i = 0; i < values.Length; i++)
                Assert.Equal(IsFar(values, i, score, least), i < ends.Low || i >= values.Length - ends.High);
        });

    private static bool IsFar(double[] values, int index, double score, double least)
    {
        var others = values.Where((_, i) => i != index).ToArray();
        var median = Median(others);
        var deviation = Median([.. others.Select(other => Math.Abs(other - median))]);
        var difference = Math.Abs(values[index] - median);
        return difference >= least && 0.6745 * difference > score * deviation;
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static WorkedCity WithFitness(int[] rates)
    {
        var city = WithSchools(rates.Length);
        for (var n = 0; n < rates.Length; n++)
            city.State(School(n), Fitness(rates[n]));
        return city;
    }

    /// <summary>A hundred tested, as many of them good as the rate says, and the rest passed.</summary>
    private static Figure[] Fitness(int rate) =>
    [
        Primary("fitness.tested", 2024, 100), Primary("fitness.excellent", 2024, 0), Primary("fitness.good", 2024, rate),
        Primary("fitness.passed", 2024, 100 - rate),
    ];
}
