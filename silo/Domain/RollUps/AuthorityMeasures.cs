using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.RollUps;

/// <summary>A district or city as formulas read it: sums over its children, and its own figures as stated.</summary>
public sealed class AuthorityMeasures : IMeasures
{
    private readonly AuthorityLedger ledger;
    private readonly RollUp rollUp;
    private readonly Catalogue catalogue;
    private readonly ImmutableArray<ImmutableArray<SchoolStage>> stagesOfChildren;
    private readonly Dictionary<(string Code, SchoolStage? Stage), int> expected = [];
    private readonly long treeVersion;

    public AuthorityMeasures(OrgUnit unit, OrgUnitTree tree, AuthorityLedger ledger, RollUp rollUp, Catalogue catalogue)
    {
        (Unit, this.ledger, this.rollUp, this.catalogue) = (unit, ledger, rollUp, catalogue);
        stagesOfChildren = [.. tree.ChildrenOf(unit.Id).Select(tree.StagesOf)];
        treeVersion = tree.Version;
    }

    public OrgUnit Unit { get; }

    /// <summary>
    /// Rises with every statement, every row and every registration: a school that was registered and has sent nothing makes
    /// complete sums partial, which the unit above must hear of like any other change.
    /// </summary>
    public long Version => ledger.Sequence + rollUp.Version + treeVersion;

    public IEnumerable<MeasureKey> Keys => catalogue.WithDerived(ledger.Stated.Keys(catalogue).Concat(rollUp.Keys)).Distinct();

    public bool TrySummed(MeasureKey key, out MeasureTotal total)
    {
        if (Unit.Level == OrgUnitLevel.District && catalogue.FindMeasure(key.Code)?.Derivation is Derivation.Paired { Of.AcrossSchools: true } cohort)
        {
            // A nine-year school has the pair by itself; the district's cohort is that of all its schools.
            var whole = Derivations.Evaluate(cohort, key, this);
            total = whole ?? default;
            return whole is not null;
        }

        var found = rollUp.TrySum(key, out var value, out var units, out var acceptedAt);
        total = found ? new MeasureTotal(value, units, Math.Max(units, ExpectedOf(key)), acceptedAt) : default;
        if (total.Complete && found)
            return true;
        if (Unit.Level == OrgUnitLevel.District && catalogue.FindMeasure(key.Code) is { ReportedElsewhere: true })
        {
            // Transfers of the junior schools without the entrants of the primary schools are no cohort.
            total = default;
            return false;
        }

        if (OwnDerived(key, found) is not { } own)
            return found;
        total = own;
        return true;
    }

    public bool TryStated(MeasureKey key, out StatedValue stated) => ledger.Stated.TryValue(key, catalogue, out stated);

    /// <summary>
    /// What follows from the authority's own measures. It states averages itself, and so brings their totals. A ratio's pair
    /// is its own where it states every measure of it, or where no child has the pair; counts of schools come from schools only.
    /// </summary>
    private MeasureTotal? OwnDerived(MeasureKey key, bool hasSum) => catalogue.FindMeasure(key.Code)?.Derivation switch
    {
        Derivation.Total total when !hasSum => Derivations.Evaluate(total, key, this),
        Derivation.Paired paired when !hasSum || TakesOwnStatement(paired, key) => Derivations.Evaluate(paired, key, this),
        _ => null,
    };

    private bool TakesOwnStatement(Derivation.Paired paired, MeasureKey key)
    {
        // Asked of every partial sum: most authorities state nothing of their schools' records, which is known without the sums.
        foreach (var code in paired.From)
            if (!TryStated(key with { Code = code }, out _))
                return false;
        return Terms.Resolve(paired.From, key.Period, key.Stage, this) is { } terms && terms.All(term => term.Stated);
    }

    /// <summary>Children that teach the stage, or any stage for which the measure exists.</summary>
    private int ExpectedOf(MeasureKey key)
    {
        var place = (key.Code, key.Stage);
        if (expected.TryGetValue(place, out var count))
            return count;
        var measure = catalogue.FindMeasure(key.Code);
        ImmutableArray<SchoolStage> asked = measure is { ReportedElsewhere: true }
            ? measure.ReportedBy
            : key.Stage is { } stage ? [stage] : measure?.Stages ?? [];
        count = stagesOfChildren.Count(stages => asked.IsEmpty || stages.Any(asked.Contains));
        expected.Add(place, count);
        return count;
    }
}
