using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Grains.Catalogues.Standards;

/// <summary>Reads over what a criterion is taken, with its indicator. The key names the kind.</summary>
internal sealed class ScopeEntry
{
    private static readonly string[] kinds = ["unit", "each_school", "spread", "mean_spread", "most_of"];

    private readonly CriterionScope scope;

    private ScopeEntry(Indicator? indicator, CriterionScope scope) => (Indicator, this.scope) = (indicator, scope);

    /// <summary>Null, and said already, where the catalogue holds none of that code.</summary>
    public Indicator? Indicator { get; }

    public static ScopeEntry? Read(YamlEntry criterion, Entries<Indicator> indicators)
    {
        switch (kinds.Where(criterion.Has).ToList())
        {
            case ["unit"]:
                return new ScopeEntry(Find(criterion, "unit", indicators), new CriterionScope.OwnValue());
            case ["each_school"]:
                return new ScopeEntry(Find(criterion, "each_school", indicators), new CriterionScope.EachSchool());
            case ["spread"]:
                var of = Find(criterion, "spread", indicators);
                return new ScopeEntry(of, new CriterionScope.Spread(of is null ? [] : [of]));
            case ["mean_spread"]:
                return criterion.Entry("mean_spread", "indicator and over") is { } mean ? ReadMean(mean, indicators) : null;
            case ["most_of"]:
                return criterion.Entry("most_of", "indicator, criteria and rest_share") is { } rule ? ReadRule(rule, indicators) : null;
            case var given:
                criterion.Refuse("code", $"{given.Count} kinds of criterion are given", $"one of {string.Join(", ", kinds)}");
                return null;
        }
    }

    public static string WithStage(string code, SchoolStage stage) => $"{code}-{stage.ToString().ToLowerInvariant()}";

    public string NameOf(Indicator indicator) => scope is CriterionScope.Spread ? $"{indicator.Name}校际差异系数" : indicator.Name;

    public string NameEnOf(Indicator indicator) =>
        scope is CriterionScope.Spread ? $"{indicator.NameEn}: variation between schools" : indicator.NameEn;

    /// <summary>A rule set by stage stands over the criteria of that stage.</summary>
    public CriterionScope For(Threshold threshold) => scope is CriterionScope.MostOf rule && threshold.Stage is { } stage
        ? rule with { Criteria = [.. rule.Criteria.Select(code => WithStage(code, stage))] }
        : scope;

    private static ScopeEntry ReadMean(YamlEntry entry, Entries<Indicator> indicators)
    {
        var indicator = Find(entry, "indicator", indicators);
        var over = entry.Texts("over", "the indicators whose spreads are averaged")
            .Select(code => indicators.Resolve(entry, "over", code)).OfType<Indicator>().ToImmutableArray();
        entry.RefuseOtherKeys();
        return new ScopeEntry(indicator, new CriterionScope.Spread(over));
    }

    private static ScopeEntry ReadRule(YamlEntry entry, Entries<Indicator> indicators)
    {
        var indicator = Find(entry, "indicator", indicators);
        var criteria = entry.Texts("criteria", "codes of criteria over each school, named above");
        var share = entry.Number("rest_share");
        if (share is < 0 or > 1)
            entry.Refuse("rest_share", $"rest_share {share} was given", "a share from 0 to 1, such as 0.85");
        entry.RefuseOtherKeys();
        return new ScopeEntry(indicator, new CriterionScope.MostOf(criteria, share));
    }

    private static Indicator? Find(YamlEntry entry, string key, Entries<Indicator> indicators) =>
        indicators.Resolve(entry, key, entry.Text(key, "an indicator of indicators.yaml"));
}
