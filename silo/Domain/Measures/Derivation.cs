using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Domain.Measures;

/// <summary>
/// How a measure follows, at one unit, from other measures of that unit. What follows adds up over units like any measure,
/// so that what is no sum itself (a share of schools, an average, a spread) still comes out of sums at every level.
/// </summary>
public abstract record Derivation
{
    private Derivation()
    {
    }

    /// <summary>The derived measure's code; equal derivations have one code, and so one cell.</summary>
    public abstract string Code { get; }

    /// <summary>The measures it follows from.</summary>
    public abstract ImmutableArray<string> From { get; }

    /// <summary>1 where the measure is above zero, 0 where it is zero; none where it is unknown. Summed: units that have it.</summary>
    public sealed record Has(string Of) : Derivation
    {
        public override string Code => $"schools.with({Of})";

        public override ImmutableArray<string> From => [Of];
    }

    /// <summary>1 where the measure is known. Summed: units that reported it.</summary>
    public sealed record Reports(string Of) : Derivation
    {
        public override string Code => $"schools.reporting({Of})";

        public override ImmutableArray<string> From => [Of];
    }

    /// <summary>An average times the number it was taken over: averages do not add up, their totals do.</summary>
    public sealed record Total(string Average, string Over) : Derivation
    {
        public override string Code => $"total({Average} × {Over})";

        public override ImmutableArray<string> From => [Average, Over];
    }

    /// <summary>
    /// A ratio's numerator, or its denominator, where the unit knows both. A numerator known for seven districts over a
    /// denominator known for eight would be nobody's rate; summed in pairs, both speak of the same units at every level.
    /// </summary>
    public sealed record Paired(Formula.Ratio Of, PairedPart Part) : Derivation
    {
        public override string Code { get; } = CodeOf(Part, Of.Numerator, Of.Denominator, Of.AcrossSchools);

        public override ImmutableArray<string> From => Of.Measures;

        internal static string CodeOf(
            PairedPart part, ImmutableArray<string> numerator, ImmutableArray<string> denominator, bool acrossSchools) =>
            $"{(acrossSchools ? "cohort " : "")}{part.ToString().ToLowerInvariant()}({string.Join('+', numerator)} / {string.Join('+', denominator)})";
    }

    /// <summary>
    /// A moment of a school's ratio x, weighted by its denominator n: n·xᵏ for k = 0, 1, 2, and 1 for each school that has
    /// the ratio. Summed over schools they give the weighted mean and deviation without a look at any school.
    /// </summary>
    public sealed record Moment(Formula.Ratio Of, MomentKind Kind) : Derivation
    {
        public override string Code { get; } = $"{Kind.ToString().ToLowerInvariant()}({string.Join('+', Of.Numerator)} / {string.Join('+', Of.Denominator)})";

        public override ImmutableArray<string> From => Of.Measures;
    }
}

public enum PairedPart
{
    Numerator,
    Denominator,
}

/// <summary>The moments of a ratio over schools: how many schools, Σn, Σnx and Σnx².</summary>
public enum MomentKind
{
    Schools,
    Weight,
    First,
    Second,
}
