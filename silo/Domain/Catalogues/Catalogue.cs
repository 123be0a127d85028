using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Schools.Register;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Domain.Catalogues;

/// <summary>
/// Everything the system knows about the field: measures, indicators and standards by code, their groups and units.
/// Immutable and validated.
/// </summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, Measure> measures;
    private readonly FrozenDictionary<string, Indicator> indicators;
    private readonly FrozenDictionary<string, ImmutableArray<Indicator>> indicatorsByMeasure;
    private readonly FrozenDictionary<string, ImmutableArray<Measure>> derivedByMeasure;

    // The groups read the rulebook, which is set after the constructor.
    private readonly Lazy<CountGroups> counts;

    /// <param name="groups">The headings of the indicators, in the order of the screens.</param>
    public Catalogue(
        IEnumerable<Measure> measures,
        IEnumerable<Indicator> indicators,
        IEnumerable<IndicatorGroup>? groups = null,
        IEnumerable<MeasureUnit>? units = null,
        IEnumerable<Standard>? standards = null)
    {
        Groups = [.. groups ?? []];
        Units = [.. units ?? []];
        Standards = [.. standards ?? []];
        Indicators = [.. indicators];
        Measures = [.. measures];
        Measures = Measures.AddRange(DerivedMeasures());
        RowRules = FingerprintOf(Measures);
        counts = new Lazy<CountGroups>(() => new CountGroups(this));
        this.measures = Measures.ToFrozenDictionary(measure => measure.Code, StringComparer.Ordinal);
        this.indicators = Indicators.ToFrozenDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        derivedByMeasure = Measures
            .Where(measure => measure.Derivation is not null)
            .SelectMany(measure => measure.Derivation!.From.Distinct(), (measure, code) => (code, measure))
            .GroupBy(pair => pair.code, pair => pair.measure, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        indicatorsByMeasure = Indicators
            .SelectMany(indicator => indicator.Formula.Measures.Append(indicator.Code).Distinct(), (indicator, code) => (code, indicator))
            .GroupBy(pair => pair.code, pair => pair.indicator, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    public ImmutableArray<Measure> Measures { get; }

    /// <summary>
    /// A fingerprint of all that decides which cells a unit's row has: rows stored under other rules tell a parent less, or
    /// something else, than it would be told now.
    /// </summary>
    public string RowRules { get; }

    public ImmutableArray<Indicator> Indicators { get; }

    public ImmutableArray<IndicatorGroup> Groups { get; }

    public ImmutableArray<MeasureUnit> Units { get; }

    public ImmutableArray<Standard> Standards { get; }

    /// <summary>What is looked for in the figures.</summary>
    public FindingRulebook Rulebook { get; private init; } = FindingRulebook.Empty;

    /// <summary>The counts of students of which small ones are withheld.</summary>
    public CountGroups Counts => counts.Value;

    /// <summary>The rules from which the <see cref="Rulebook"/> is made.</summary>
    public IEnumerable<FindingRule> FindingRules
    {
        get => Rulebook.Rules;
        init => Rulebook = new FindingRulebook(value, this);
    }

    /// <summary>The fitness standard's scoring tables; null where there are none, and only total scores can be taken.</summary>
    public FitnessStandard? Fitness { get; init; }

    /// <summary>The student register's reasons that mean something for dropout and retention.</summary>
    public RegisterReasons Register { get; init; } = RegisterReasons.None;

    public Measure? FindMeasure(string code) => measures.GetValueOrDefault(code);

    public Indicator? FindIndicator(string code) => indicators.GetValueOrDefault(code);

    public Standard? FindStandard(string code) => Standards.FirstOrDefault(standard => standard.Code == code);

    /// <summary>The measures that follow from this one at the same unit.</summary>
    public ImmutableArray<Measure> DerivedFrom(string code) => derivedByMeasure.GetValueOrDefault(code, []);

    /// <summary>Adds to cells those that follow from them; a cell may come twice.</summary>
    public IEnumerable<MeasureKey> WithDerived(IEnumerable<MeasureKey> keys) => keys.SelectMany(key => DerivedFrom(key).Prepend(key));

    /// <summary>The cells that follow from a cell.</summary>
    public IEnumerable<MeasureKey> DerivedFrom(MeasureKey key) =>
        DerivedFrom(key.Code).Select(derived => Normalise(key with { Code = derived.Code }));

    /// <summary>The stage of a measure or indicator that exists for one stage only; null where it has several or none.</summary>
    public SchoolStage? OnlyStageOf(string code)
    {
        var stages = FindMeasure(code)?.Stages ?? FindIndicator(code)?.Stages ?? [];
        return stages is [var only] ? only : null;
    }

    /// <summary>The one form of a cell: where there is one stage only, that stage is named.</summary>
    public MeasureKey Normalise(MeasureKey key) =>
        key.Stage is null && OnlyStageOf(key.Code) is { } only ? key with { Stage = only } : key;

    /// <summary>The indicators whose value can change when a cell with this code does.</summary>
    public ImmutableArray<Indicator> IndicatorsReading(string code) => indicatorsByMeasure.GetValueOrDefault(code, []);

    private static string FingerprintOf(ImmutableArray<Measure> measures)
    {
        var rules = measures.Select(measure =>
            $"{measure.Code} {measure.Additive} {string.Join(',', measure.PeriodTypes)} {string.Join(',', measure.Stages)} {string.Join(',', measure.ReportMonths)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rules))));
    }

    /// <summary>Measures that formulas need and nobody states: each follows from others and exists where they do.</summary>
    private IEnumerable<Measure> DerivedMeasures()
    {
        var stated = Measures.ToDictionary(measure => measure.Code, StringComparer.Ordinal);
        return Indicators
            .SelectMany(indicator => indicator.Formula.Derivations)
            .DistinctBy(derivation => derivation.Code)
            .Select(derivation =>
            {
                var from = derivation.From.Select(code => stated.GetValueOrDefault(code)).OfType<Measure>().ToList();
                return new Measure(
                    derivation.Code,
                    derivation.Code,
                    derivation.Code,
                    "derived",
                    Whole: false,
                    Additive: true,
                    [.. from.SelectMany(measure => measure.PeriodTypes).Distinct()],
                    [.. from.Where(measure => !measure.Stages.IsEmpty).SelectMany(measure => measure.Stages).Distinct().Order()])
                {
                    Derivation = derivation,
                };
            });
    }
}
