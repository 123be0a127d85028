using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;

namespace EduAnalytics.Domain.Indicators;

/// <summary>How an indicator comes out of measures. Closed: the calculator knows every kind.</summary>
public abstract record Formula
{
    private Formula()
    {
    }

    /// <summary>The measures the formula reads, in the order in which an explanation names them.</summary>
    public abstract ImmutableArray<string> Measures { get; }

    /// <summary>The derived measures among them, which the catalogue adds to its own.</summary>
    public virtual ImmutableArray<Derivation> Derivations => [];

    /// <summary>True where it reads the period before the one it is asked for too.</summary>
    public virtual bool ReadsPeriodBefore => false;

    /// <summary>The formulas that this one is made of, and theirs; none where it is made of measures.</summary>
    public IEnumerable<Formula> Within => Inner.SelectMany(formula => formula.Within.Prepend(formula));

    protected virtual ImmutableArray<Formula> Inner => [];

    /// <summary>What units must state or count for the formula to have a value; derived measures follow from these.</summary>
    public IEnumerable<string> StatedMeasures => Measures
        .Concat(Derivations.SelectMany(derivation => derivation.From))
        .Except(Derivations.Select(derivation => derivation.Code))
        .Distinct();

    /// <summary>The measures, added up.</summary>
    public sealed record Sum(ImmutableArray<string> Terms) : Formula
    {
        public override ImmutableArray<string> Measures => Terms;
    }

    /// <summary>Summed numerator over summed denominator, times a scale: 100 for a percentage, 1 for a ratio.</summary>
    /// <param name="AcrossSchools">
    /// True where the two come from different schools, as a cohort's entrants from primary and its graduates from junior
    /// schools do: then no school has the ratio, and a district has it only if all its schools tell their part.
    /// </param>
    public sealed record Ratio(
        ImmutableArray<string> Numerator, ImmutableArray<string> Denominator, decimal Scale, bool AcrossSchools = false) : Formula
    {
        public override ImmutableArray<string> Measures { get; } = [.. Numerator, .. Denominator];

        /// <summary>The pair's codes, made once: every evaluation asks for them.</summary>
        internal string PairedNumerator { get; } = Derivation.Paired.CodeOf(PairedPart.Numerator, Numerator, Denominator, AcrossSchools);

        internal string PairedDenominator { get; } = Derivation.Paired.CodeOf(PairedPart.Denominator, Numerator, Denominator, AcrossSchools);

        public override ImmutableArray<Derivation> Derivations =>
            [new Derivation.Paired(this, PairedPart.Numerator), new Derivation.Paired(this, PairedPart.Denominator)];
    }

    /// <summary>Of the schools that reported a measure, how many in a hundred have any of it.</summary>
    public sealed record ShareOfSchools(string Of) : Formula
    {
        public Ratio AsRatio { get; } = new([new Derivation.Has(Of).Code], [new Derivation.Reports(Of).Code], 100);

        public override ImmutableArray<string> Measures => AsRatio.Measures;

        public override ImmutableArray<Derivation> Derivations => [new Derivation.Has(Of), new Derivation.Reports(Of)];
    }

    /// <summary>
    /// One average over another, such as teachers' pay over civil servants'. A unit that states both averages has their
    /// ratio; over several units each average is its total over the number it was taken over.
    /// </summary>
    public sealed record RatioOfAverages(Derivation.Total Numerator, Derivation.Total Denominator) : Formula
    {
        public override ImmutableArray<string> Measures { get; } =
            [Numerator.Average, Denominator.Average, Numerator.Code, Numerator.Over, Denominator.Code, Denominator.Over];

        public override ImmutableArray<Derivation> Derivations => [Numerator, Denominator];
    }

    /// <summary>
    /// The coefficient of variation of a ratio over schools, each weighted by its denominator:
    /// √(Σnx² ÷ Σn − x̄²) ÷ x̄ with x̄ = Σnx ÷ Σn. Two schools at least.
    /// </summary>
    public sealed record Variation(Ratio Of) : Formula
    {
        public override ImmutableArray<Derivation> Derivations { get; } =
            [.. Enum.GetValues<MomentKind>().Select(kind => new Derivation.Moment(Of, kind))];

        public override ImmutableArray<string> Measures { get; } =
            [.. Enum.GetValues<MomentKind>().Select(kind => new Derivation.Moment(Of, kind).Code)];

        protected override ImmutableArray<Formula> Inner => [Of];
    }

    /// <summary>The mean of several formulas, where each of them has a value.</summary>
    public sealed record Mean(ImmutableArray<Formula> Of) : Formula
    {
        public override ImmutableArray<string> Measures { get; } = [.. Of.SelectMany(formula => formula.Measures).Distinct()];

        public override ImmutableArray<Derivation> Derivations => [.. Of.SelectMany(formula => formula.Derivations).Distinct()];

        public override bool ReadsPeriodBefore => Of.Any(formula => formula.ReadsPeriodBefore);

        protected override ImmutableArray<Formula> Inner => Of;
    }

    /// <summary>The largest of several formulas, where each of them has a value: what keeps a limit that is set for each.</summary>
    public sealed record Largest(ImmutableArray<Formula> Of) : Formula
    {
        public override ImmutableArray<string> Measures { get; } = [.. Of.SelectMany(formula => formula.Measures).Distinct()];

        public override ImmutableArray<Derivation> Derivations => [.. Of.SelectMany(formula => formula.Derivations).Distinct()];

        public override bool ReadsPeriodBefore => Of.Any(formula => formula.ReadsPeriodBefore);

        protected override ImmutableArray<Formula> Inner => Of;
    }

    /// <summary>Another formula's value less its value in the period before, in the other's unit.</summary>
    public sealed record Change(Formula Of) : Formula
    {
        public override ImmutableArray<string> Measures => Of.Measures;

        public override ImmutableArray<Derivation> Derivations => Of.Derivations;

        public override bool ReadsPeriodBefore => true;

        protected override ImmutableArray<Formula> Inner => [Of];
    }

    /// <summary>
    /// Of several indicators, how many meet the target set for the stage; for each a value and a target must be known.
    /// </summary>
    public sealed record TargetsMet(ImmutableArray<Indicator> Of) : Formula
    {
        public override ImmutableArray<string> Measures { get; } =
            [.. Of.SelectMany(indicator => indicator.Formula.Measures).Distinct()];

        public override ImmutableArray<Derivation> Derivations =>
            [.. Of.SelectMany(indicator => indicator.Formula.Derivations).Distinct()];

        public override bool ReadsPeriodBefore => Of.Any(indicator => indicator.Formula.ReadsPeriodBefore);

        protected override ImmutableArray<Formula> Inner => [.. Of.Select(indicator => indicator.Formula)];
    }

    /// <summary>Known only as an authority states it: its own formula is not open to us.</summary>
    public sealed record Stated : Formula
    {
        public override ImmutableArray<string> Measures => [];
    }
}
