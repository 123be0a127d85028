using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Standards;

/// <summary>A school's ratio as its two parts: what there is, and for how many.</summary>
internal readonly record struct SchoolFraction(OrgUnitId School, decimal Amount, decimal Weight);

/// <summary>
/// How a ratio spreads over schools: CV = S ÷ X̄, each school weighted by its denominator. In sums over the schools
/// CV² = Σn · Σ(a² ÷ n) ÷ (Σa)² − 1, in which a ratio's scale has cancelled out.
/// </summary>
internal sealed class SchoolSpread
{
    private readonly decimal weight;
    private readonly decimal amount;
    private readonly decimal square;

    public SchoolSpread(ImmutableArray<SchoolFraction> schools)
    {
        Schools = schools;
        weight = schools.Sum(school => school.Weight);
        amount = schools.Sum(school => school.Amount);
        square = schools.Sum(SquareOf);
    }

    public ImmutableArray<SchoolFraction> Schools { get; }

    public decimal Total => amount;

    /// <summary>Null over fewer than two schools, or where none of them has anything.</summary>
    public decimal? Coefficient => Schools.Length < 2 || amount == 0 ? null : CoefficientOf(amount, square);

    /// <summary>The coefficient if one school had another amount.</summary>
    public decimal CoefficientWith(SchoolFraction school, decimal itsAmount) => CoefficientOf(
        amount - school.Amount + itsAmount,
        square - SquareOf(school) + SquareOf(school with { Amount = itsAmount }));

    /// <summary>
    /// The amount at which the coefficient is smallest, all other schools as they are: it falls up to there and rises
    /// after. Null where the others have nothing, so that no amount makes a difference.
    /// </summary>
    public decimal? BestAmountOf(SchoolFraction school)
    {
        var others = amount - school.Amount;
        return others == 0 ? null : school.Weight * (square - SquareOf(school)) / others;
    }

    private static decimal SquareOf(SchoolFraction school) => school.Amount * school.Amount / school.Weight;

    private decimal CoefficientOf(decimal total, decimal squares)
    {
        // Equal schools can come out a hair below zero by rounding.
        var variance = Math.Max(0, (weight * squares / (total * total)) - 1);
        return (decimal)Math.Sqrt((double)variance);
    }
}
