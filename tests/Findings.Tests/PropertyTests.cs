using CsCheck;
using EduAnalytics.Domain.Findings.Contradictions;
using EduAnalytics.Domain.Measures;
using static EduAnalytics.Findings.Tests.Small;

namespace EduAnalytics.Findings.Tests;

public sealed class PropertyTests
{
    private static readonly Gen<int> digits = Gen.Int[0, 3];

    private static readonly string[] codes =
    [
        "students.enrolled", "students.dropped_out", "fitness.tested", "fitness.excellent", "fitness.good", "fitness.passed",
        "fitness.pass_rate", "fitness.excellent_good_rate", "health.myopia_rate", "dropout.rate",
    ];

    private static readonly Gen<(string Unit, Figure Figure)> statements = Gen.Select(
        Gen.OneOf(Gen.Const(District), Gen.Int[0, 6].Select(School)),
        Gen.Int[0, codes.Length - 1].Select(n => codes[n]),
        Gen.Int[2022, 2024],
        Gen.Int[0, 100],
        (unit, code, year, value) => (unit, Primary(code, year, value)));

    [Fact]
    public void A_share_rounded_from_a_whole_count_is_never_called_impossible() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Double[0, 1], digits, Gen.Bool).Sample((whole, part, places, up) =>
        {
            var exact = Math.Round(part * whole) is var count ? (decimal)count / whole * 100 : 0;
            var share = decimal.Round(exact, places, up ? MidpointRounding.AwayFromZero : MidpointRounding.ToEven);

            Assert.True(ImpossibleShare.IsPossible(share, whole, 100));
            Assert.True(StatedDigits.Allow(share, exact));
        });

    [Fact]
    public void A_share_is_possible_just_where_some_whole_count_rounds_to_it() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[0, 1000], Gen.Int[0, 1]).Sample((whole, tenths, places) =>
        {
            var share = decimal.Round(tenths / 10m, places);
            var some = Enumerable.Range(0, whole + 1).Any(count => StatedDigits.Allow(share, (decimal)count / whole * 100));

            Assert.Equal(some, ImpossibleShare.IsPossible(share, whole, 100));
        });

    [Fact]
    public void Parts_that_add_up_are_never_raised_and_others_always_are() =>
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[-3, 3]).Where((a, b, off) => a + b + off >= 0).Sample((a, b, off) =>
        {
            var city = WithSchools(0).State(
                District, Of("preschool.staff", 2024, a + b + off), Of("preschool.staff_established", 2024, a), Of("preschool.staff_contracted", 2024, b));

            Assert.Equal(off != 0, city.Of(District).By("parts.kindergarten_staff").Any());
        });

    /// <summary>Whatever was stated on the way, what stands in the end is what one who sees the end only would find.</summary>
    [Fact]
    public void Findings_follow_from_what_stands_and_not_from_the_way_there() =>
        statements.Array[1, 40].Sample(
            way =>
            {
                var followed = WithSchools(7);
                foreach (var (unit, figure) in way)
                {
                    followed.State(unit, figure);

                    // A reader in between must not change what is found later.
                    _ = followed.Findings.Count();
                }

                var atOnce = WithSchools(7);
                foreach (var (unit, figure) in way.GroupBy(one => (one.Unit, one.Figure.Key)).Select(cell => cell.Last()).Reverse())
                    atOnce.State(unit, figure);

                Assert.Equal(Told(atOnce), Told(followed));
            },
            iter: 60);

    private static IEnumerable<string> Told(WorkedCity city) => city.Findings
        .Select(finding => $"{finding.Id} {finding.Severity} {finding.Message} {string.Join(' ', finding.Values)}")
        .Order(StringComparer.Ordinal);
}
