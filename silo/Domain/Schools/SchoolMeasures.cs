using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Schools;

/// <summary>A school's ledger as formulas read it: counts are the sums, the school's own figures are stated.</summary>
public sealed class SchoolMeasures(OrgUnit unit, SchoolLedger ledger, Catalogue catalogue) : IMeasures
{
    public OrgUnit Unit => unit;

    public long Version => ledger.Sequence;

    public IEnumerable<MeasureKey> Keys =>
        catalogue.WithDerived(StatedKeys().Concat(CountedKeys())).Distinct();

    /// <summary>The cells that an event may have changed, without those that follow from them.</summary>
    public IEnumerable<MeasureKey> KeysTouchedBy(JournalEvent journalEvent) =>
        journalEvent is ProblemsNamed ? [] : (journalEvent is FiguresReported ? StatedKeys() : CountedKeys()).Distinct();

    public bool TrySummed(MeasureKey key, out MeasureTotal total)
    {
        if (catalogue.FindMeasure(key.Code)?.Derivation is { } derivation)
        {
            var derived = Derivations.Evaluate(derivation, key, this);
            total = derived ?? default;
            return derived is not null;
        }

        total = default;
        if (CountedMeasures.Find(key.Code) is not { } measure || key.Period.Type != PeriodType.Year)
            return false;
        var any = false;
        var count = 0;
        var stages = catalogue.FindMeasure(key.Code)?.Stages ?? [];
        foreach (var stage in unit.Stages)
        {
            if ((key.Stage is { } asked && asked != stage) || !stages.Contains(stage))
                continue;
            any |= ledger.Counts[new CountKey(CountedMeasures.BaseOf(measure), key.Period.Start.Year, stage)] > 0;
            count += ledger.Counts[new CountKey(measure, key.Period.Start.Year, stage)];
        }

        // Graduates leave nobody enrolled behind them, and still are data.
        if (!any && count == 0)
            return false;
        total = new MeasureTotal(count, 1, 1, ledger.RecordsAcceptedAt ?? default);
        return true;
    }

    /// <summary>In a school of one stage, what is stated of the school is stated of that stage.</summary>
    public bool TryStated(MeasureKey key, out StatedValue stated) =>
        ledger.Stated.TryValue(key, catalogue, out stated)
        || (key.Stage is not null && key.Stage == ledger.OnlyStage && ledger.Stated.TryValue(key with { Stage = null }, catalogue, out stated));

    /// <summary>What a school of one stage states without naming it belongs to the sums of that stage too.</summary>
    private IEnumerable<MeasureKey> StatedKeys() => ledger.Stated.Keys(catalogue).SelectMany(key =>
        key.Stage is null && ledger.OnlyStage is { } only && catalogue.FindMeasure(key.Code)?.Stages.Contains(only) == true
            ? [key, key with { Stage = only }]
            : new[] { key });

    private IEnumerable<MeasureKey> CountedKeys()
    {
        // The zero beside a base that was counted is data too: nobody dropped out, of so many enrolled.
        foreach (var key in ledger.Counts.Keys)
        {
            foreach (var measure in Enum.GetValues<CountedMeasure>())
            {
                if (measure != key.Measure && CountedMeasures.BaseOf(measure) != key.Measure)
                    continue;
                var cell = new MeasureKey(CountedMeasures.CodeOf(measure), Period.OfYear(key.Year), key.Stage);
                yield return cell;
                yield return catalogue.Normalise(cell with { Stage = null });
            }
        }
    }
}
