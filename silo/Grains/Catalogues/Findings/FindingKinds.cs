using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Changes;
using EduAnalytics.Domain.Findings.Contradictions;
using EduAnalytics.Domain.Findings.Gaps;
using EduAnalytics.Domain.Findings.Peers;
using EduAnalytics.Domain.Findings.Targets;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.Catalogues.Findings;

/// <summary>Reads what a rule looks for: a kind, and the parameters it has.</summary>
internal sealed class FindingKinds
{
    /// <summary>Below this a value within the inner half could be called far, which the search does not look at.</summary>
    private const decimal LeastScore = 2;

    private readonly Entries<Measure> measures;
    private readonly Entries<Indicator> indicators;
    private readonly Entries<FindingRule> before;
    private readonly Dictionary<string, Func<YamlEntry, FindingKind>> kinds;

    /// <param name="before">The rules defined above, to which a kind may refer.</param>
    public FindingKinds(Entries<Measure> measures, Entries<Indicator> indicators, Entries<FindingRule> before)
    {
        (this.measures, this.indicators, this.before) = (measures, indicators, before);
        kinds = new(StringComparer.Ordinal)
        {
            ["parts_of_total"] = entry => new PartsOfTotal(Measure(entry, "total"), Measures(entry, "parts")),
            ["stated_against_computed"] = _ => new StatedAgainstComputed(),
            ["share_out_of_bounds"] = entry => new ShareOutOfBounds(Select(entry).Except),
            ["negative_count"] = _ => new NegativeCount(),
            ["impossible_share"] = _ => new ImpossibleShare(),
            ["units_counted"] = entry => new UnitsCounted(Measure(entry, "measure"), entry.WordList<SchoolStage>("stages")),
            ["jump_of_rate"] = entry => new JumpOfRate(Select(entry), Positive(entry, "points"), entry.Number("least_base")),
            ["jump_of_count"] = entry => new JumpOfCount(Measures(entry, "measures"), Positive(entry, "percent"), entry.Number("least")),
            ["yearly_change"] = entry => new YearlyChange(Indicator(entry, "indicator"), Bound(entry, "at_least"), Bound(entry, "at_most")),
            ["reported_alone"] = _ => new ReportedAlone(),
            ["bare_zero"] = entry => new BareZero(Measures(entry, "measures"), Measure(entry, "base")),
            ["claim_without_figure"] = entry => new ClaimWithoutFigure(Measure(entry, "claim"), Indicator(entry, "indicator")),
            ["required_without_data"] = entry => new RequiredWithoutData(Indicators(entry, "indicators"), entry.WordList<SchoolStage>("stages")),
            ["target_missed"] = entry => new TargetMissed(Select(entry), entry.Number("critical_from"), entry.Number("info_below")),
            ["further_threshold"] = entry => new FurtherThreshold(Indicator(entry, "indicator"), Indicator(entry, "further")),
            ["missed_unnamed"] = entry => new UnnamedMiss(RulesOfTargets(entry, "rules")),
            ["missed_without_ledger"] = entry => new MissesWithoutLedger(RulesOfTargets(entry, "rules")),
            ["far_from_peers"] = entry => new FarFromPeers(
                Select(entry), Score(entry), entry.Whole("least_peers", 3, 100), Positive(entry, "least_difference"), entry.Number("least_base")),
        };
    }

    /// <summary>Null where the kind is unknown, which has been told.</summary>
    public FindingKind? Read(YamlEntry entry)
    {
        var expected = $"one of {string.Join(", ", kinds.Keys)}";
        var word = entry.Text("kind", expected);
        if (kinds.TryGetValue(word, out var read))
            return read(entry);
        if (word.Length > 0)
            entry.Refuse("kind", $"kind '{word}' is unknown", expected);
        return null;
    }

    private IndicatorSelection Select(YamlEntry entry)
    {
        if (entry.Has("indicators") && entry.Has("except"))
            entry.Refuse("except", "both indicators and except are given", "one of the two: those looked at, or those that are not");
        return entry.Has("indicators")
            ? new IndicatorSelection(Indicators(entry, "indicators"), [])
            : new IndicatorSelection([], entry.Has("except") ? Indicators(entry, "except") : []);
    }

    private string Measure(YamlEntry entry, string key)
    {
        var code = entry.Text(key, "a measure of measures.yaml");
        measures.Resolve(entry, key, code);
        return code;
    }

    private ImmutableArray<string> Measures(YamlEntry entry, string key)
    {
        var codes = entry.Texts(key, "measures of measures.yaml");
        foreach (var code in codes)
            measures.Resolve(entry, key, code);
        return codes;
    }

    private string Indicator(YamlEntry entry, string key)
    {
        var code = entry.Text(key, "an indicator of indicators.yaml");
        indicators.Resolve(entry, key, code);
        return code;
    }

    private ImmutableArray<string> Indicators(YamlEntry entry, string key)
    {
        var codes = entry.Texts(key, "indicators of indicators.yaml");
        foreach (var code in codes)
            indicators.Resolve(entry, key, code);
        return codes;
    }

    private ImmutableArray<FindingRule> RulesOfTargets(YamlEntry entry, string key)
    {
        const string expected = "rules of the kinds target_missed and further_threshold, defined above";
        var rules = entry.Texts(key, expected).Select(code => before.Resolve(entry, key, code)).OfType<FindingRule>().ToImmutableArray();
        foreach (var rule in rules.Where(rule => rule.Kind is not (TargetMissed or FurtherThreshold)))
            entry.Refuse(key, $"{rule.Code} tells of no target", expected);
        return [.. rules.Where(rule => rule.Kind is TargetMissed or FurtherThreshold)];
    }

    private static decimal Positive(YamlEntry entry, string key)
    {
        var number = entry.Number(key);
        if (number <= 0 && entry.Has(key))
            entry.Refuse(key, $"{key} {number} was given", "a number above 0");
        return number;
    }

    private static decimal Score(YamlEntry entry)
    {
        var score = entry.Number("score");
        if (score < LeastScore && entry.Has("score"))
            entry.Refuse("score", $"score {score} was given", $"a number from {LeastScore}; 3.5 is usual");
        return score;
    }

    private static decimal? Bound(YamlEntry entry, string key) => entry.Has(key) ? entry.Number(key) : null;
}
