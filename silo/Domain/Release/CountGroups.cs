using System.Collections.Frozen;
using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Release;

/// <summary>The catalogue's counts of students in groups, and which of them stand behind what a reader may ask for.</summary>
public sealed class CountGroups
{
    private readonly Catalogue catalogue;
    private readonly FrozenDictionary<string, CountGroup> byCode;
    private readonly FrozenDictionary<string, ImmutableArray<CountGroup>> deciding;
    private readonly FrozenDictionary<string, ImmutableArray<string>> partsOf;
    private readonly FrozenDictionary<(string Rule, string Subject), ImmutableArray<string>> readByFinding;

    public CountGroups(Catalogue catalogue)
    {
        this.catalogue = catalogue;
        var parts = catalogue.Indicators
            .SelectMany(indicator => PartsOf(indicator.Formula), (indicator, part) => (indicator.Code, Part: part))
            .Where(pair => pair.Part.Any(IsPersonal))
            .ToList();
        All = [.. Join(parts.Select(pair => pair.Part)).Select(MakeGroup).OrderBy(group => group.Name, StringComparer.Ordinal)];
        byCode = All.SelectMany(group => group.Codes, (group, code) => (group, code))
            .ToFrozenDictionary(pair => pair.code, pair => pair.group, StringComparer.Ordinal);
        deciding = All.ToFrozenDictionary(
            group => group.Name,
            group => All.Where(other => other != group && (group.GivesAway(other) || other.Shares.Any(share => group.Codes.Contains(share.Below)))).ToImmutableArray(),
            StringComparer.Ordinal);
        partsOf = parts.GroupBy(pair => pair.Code, pair => pair.Part[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToImmutableArray(), StringComparer.Ordinal);
        readByFinding = catalogue.Rulebook.Rules
            .SelectMany(rule => rule.Kind.Subjects(catalogue), (rule, subject) => (rule, subject))
            .ToFrozenDictionary(
                pair => (pair.rule.Code, pair.subject),
                pair => pair.rule.Kind.Reads(pair.subject, catalogue).Distinct().ToImmutableArray());
    }

    public ImmutableArray<CountGroup> All { get; }

    /// <summary>The group of a measure; null where it counts no students, or no reader can ask for it.</summary>
    public CountGroup? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The groups whose closures decide about a group's too: those that it gives away, and those it is the denominator of.</summary>
    public ImmutableArray<CountGroup> DecidingAbout(CountGroup group) => deciding[group.Name];

    /// <summary>The counts behind a value; empty where there are none.</summary>
    public IEnumerable<MeasureKey> Behind(Indicator indicator, Period period, SchoolStage? stage)
    {
        if (!partsOf.TryGetValue(indicator.Code, out var parts))
            return [];
        var asked = indicator.StageFor(stage);
        IEnumerable<Period> periods = indicator.Formula is Formula.Change ? [period, period.Previous] : [period];
        return periods.SelectMany(_ => parts, (one, code) => catalogue.Normalise(new MeasureKey(code, one, asked)));
    }

    /// <summary>
    /// The counts behind a finding's numbers: of every stage, and of the year before too, since a sentence may speak of both.
    /// </summary>
    public IEnumerable<MeasureKey> Behind(FindingId finding)
    {
        var periods = new[] { finding.Period, finding.Period.Previous, Spot.ShiftYears(finding.Period, -1) }.Distinct().ToList();
        foreach (var code in readByFinding.GetValueOrDefault((finding.Rule, finding.Subject), [finding.Subject]))
        {
            ImmutableArray<string> measures = partsOf.TryGetValue(code, out var parts) ? parts : byCode.ContainsKey(code) ? [code] : [];
            foreach (var measure in measures)
            {
                foreach (var period in periods)
                {
                    yield return catalogue.Normalise(new MeasureKey(measure, period, null));
                    foreach (var stage in catalogue.FindMeasure(measure)!.Stages)
                        yield return new MeasureKey(measure, period, stage);
                }
            }
        }
    }

    private bool IsPersonal(string code) => catalogue.FindMeasure(code) is { SmallestShown: > 1, Additive: true };

    private CountGroup MakeGroup(HashSet<string> codes)
    {
        var counted = codes.Where(IsPersonal).Order(StringComparer.Ordinal).ToList();
        var measures = counted.Select(code => catalogue.FindMeasure(code)!).ToList();
        var periodTypes = catalogue.Indicators
            .Where(indicator => PartsOf(indicator.Formula).Any(part => codes.Overlaps(part)))
            .SelectMany(indicator => indicator.PeriodTypes);
        return new CountGroup(counted[0], codes.ToFrozenSet(StringComparer.Ordinal), measures.Max(measure => measure.SmallestShown), [.. periodTypes.Distinct().Order()])
        {
            Shares =
            [
                .. catalogue.Indicators.Select(indicator => indicator.Formula).OfType<Formula.Ratio>()
                    .Where(ratio => ratio is { Scale: 100, AcrossSchools: false } && codes.Contains(ratio.PairedNumerator) && ratio.Denominator.All(IsPersonal))
                    .Select(ratio => (ratio.PairedNumerator, ratio.PairedDenominator)),
            ],
        };
    }

    /// <summary>The numbers that a formula shows, each as the codes of all cells in which it, or a part of it, stands.</summary>
    private static IEnumerable<ImmutableArray<string>> PartsOf(Formula formula) => formula switch
    {
        Formula.Sum sum => [sum.Terms],
        Formula.Ratio ratio => [[.. ratio.Numerator, ratio.PairedNumerator], [.. ratio.Denominator, ratio.PairedDenominator]],
        Formula.Change change => PartsOf(change.Of),
        Formula.TargetsMet targets => targets.Of.SelectMany(indicator => PartsOf(indicator.Formula)),

        // A spread over schools is no count; what it tells of one of them is in the decision on small counts.
        _ => [],
    };

    private static List<HashSet<string>> Join(IEnumerable<ImmutableArray<string>> parts)
    {
        var joined = new List<HashSet<string>>();
        foreach (var part in parts)
        {
            var meeting = joined.Where(codes => codes.Overlaps(part)).ToList();
            var whole = new HashSet<string>(meeting.SelectMany(codes => codes).Concat(part), StringComparer.Ordinal);
            joined.RemoveAll(meeting.Contains);
            joined.Add(whole);
        }

        return joined;
    }
}
