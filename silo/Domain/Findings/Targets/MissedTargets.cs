using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;

namespace EduAnalytics.Domain.Findings.Targets;

/// <summary>What several rules say together about an indicator's target.</summary>
internal static class MissedTargets
{
    public static IEnumerable<string> SubjectsOf(ImmutableArray<FindingRule> rules, Catalogue catalogue) =>
        rules.SelectMany(rule => rule.Kind.Subjects(catalogue)).Distinct();

    /// <summary>
    /// The first rule's evidence with its severity. Its sentence names a missed threshold where a nearer target is met: for
    /// who only asks what was missed, that threshold is the target.
    /// </summary>
    public static Evidence? Find(ImmutableArray<FindingRule> rules, string subject, Spot spot, FindingScope scope)
    {
        foreach (var rule in rules)
        {
            if (!rule.AppliesTo(scope.Unit.Level) || !IsAbout(rule.Kind, subject))
                continue;
            if (((UnitFindingKind)rule.Kind).Look(subject, spot, scope) is { } evidence)
                return evidence with { Severity = evidence.Severity ?? rule.Severity, Blanks = [.. WithThresholdAsTarget(evidence.Blanks)] };
        }

        return null;
    }

    private static bool IsAbout(FindingKind kind, string subject) => kind switch
    {
        TargetMissed missed => missed.Selection.Contains(subject),
        FurtherThreshold further => further.Indicator == subject,
        _ => false,
    };

    private static IEnumerable<(string Blank, Wording Words)> WithThresholdAsTarget(ImmutableArray<(string Blank, Wording Words)> blanks)
    {
        var hasThreshold = blanks.Any(one => one.Blank == "threshold");
        return blanks
            .Where(one => !hasThreshold || one.Blank != "target")
            .Select(one => one.Blank == "threshold" ? ("target", one.Words) : one);
    }
}
