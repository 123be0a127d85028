using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Schools.Counting;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Schools;

/// <summary>A school's ledger as formulas read it: counts are the sums, the school's own figures are stated.</summary>
public sealed class SchoolMeasures : IMeasures
{
    private readonly SchoolLedger ledger;
    private readonly Catalogue catalogue;
    private readonly CountedCells counted;

    public SchoolMeasures(OrgUnit unit, SchoolLedger ledger, Catalogue catalogue)
    {
        (Unit, this.ledger, this.catalogue) = (unit, ledger, catalogue);
        counted = new CountedCells(unit, ledger, catalogue);
    }

    public OrgUnit Unit { get; }

    public long Version => ledger.Sequence;

    public IEnumerable<MeasureKey> Keys =>
        catalogue.WithDerived(ledger.Stated.Keys(catalogue).SelectMany(WithOnlyStage).Concat(counted.All())).Distinct();

    /// <summary>The cells that the event applied last may have changed, without those that follow from them.</summary>
    public IEnumerable<MeasureKey> KeysTouchedBy(JournalEvent journalEvent)
    {
        var stated = journalEvent is FiguresReported reported
            ? reported.Figures.SelectMany(figure => StatedFigures.KeysOf(figure.Key, catalogue)).SelectMany(WithOnlyStage)
            : [];
        return stated.Concat(counted.Touched(journalEvent).SelectMany(WithRates)).Distinct();
    }

    /// <inheritdoc cref="CountedCells.WouldOwe"/>
    public bool WouldOwe(Period month) => counted.WouldOwe(month);

    public bool TrySummed(MeasureKey key, out MeasureTotal total)
    {
        total = default;
        if (catalogue.FindMeasure(key.Code)?.Derivation is { } derivation)
        {
            var derived = LacksReports(derivation, key) ? null : Derivations.Evaluate(derivation, key, this);
            total = derived ?? default;
            return derived is not null;
        }

        if (counted.Find(key) is not { } count)
            return false;
        total = new MeasureTotal(count, 1, 1, ledger.RecordsAcceptedAt ?? default);
        return true;
    }

    /// <summary>In a school of one stage, what is stated of the school is stated of that stage.</summary>
    public bool TryStated(MeasureKey key, out StatedValue stated) =>
        ledger.Stated.TryValue(key, catalogue, out stated)
        || (key.Stage is not null && key.Stage == ledger.OnlyStage && ledger.Stated.TryValue(key with { Stage = null }, catalogue, out stated));

    /// <summary>A report changes no count, and yet what a rate is worth.</summary>
    private IEnumerable<MeasureKey> WithRates(MeasureKey key) =>
        CountedMeasures.Find(key.Code) is { } measure && CountedMeasures.NeedsReport(measure)
            ? catalogue.DerivedFrom(key).Prepend(key)
            : [key];

    private bool LacksReports(Derivation derivation, MeasureKey key) =>
        derivation is Derivation.Paired paired
        && paired.From.Any(code => CountedMeasures.Find(code) is { } measure && CountedMeasures.NeedsReport(measure))
        && counted.OwesReports(key);

    /// <summary>What a school of one stage states without naming it belongs to the sums of that stage too.</summary>
    private IEnumerable<MeasureKey> WithOnlyStage(MeasureKey key) =>
        key.Stage is null && ledger.OnlyStage is { } only && catalogue.FindMeasure(key.Code)?.Stages.Contains(only) == true
            ? [key, key with { Stage = only }]
            : [key];
}
