using System.Collections.Immutable;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Findings;

/// <summary>Something to look for, as the catalogue defines it.</summary>
/// <param name="Code">The contract's code, <c>target.missed</c>.</param>
/// <param name="Severity">Of its findings, where the kind does not weigh the single case.</param>
/// <param name="Sentence">How a finding is told; its blanks are among those the kind fills.</param>
/// <param name="Why">Why a reader must be told, in both languages.</param>
/// <param name="Levels">The levels at which it is looked for; empty for all.</param>
public sealed record FindingRule(
    string Code,
    Wording Name,
    Severity Severity,
    FindingKind Kind,
    Sentence Sentence,
    Wording Why,
    ImmutableArray<OrgUnitLevel> Levels)
{
    /// <summary>The policy document behind the rule; null where it is plain arithmetic.</summary>
    public string? Source { get; init; }

    /// <summary>What of the source was not seen in a public text; null where all of it was, or there is none.</summary>
    public string? SourceDoubt { get; init; }

    public bool AppliesTo(OrgUnitLevel level) => Levels.IsEmpty || Levels.Contains(level);

    internal Finding Raise(string subject, OrgUnit unit, Spot spot, Evidence evidence, FindingScope? scope)
    {
        var message = Sentence.Fill(evidence.Blanks.Add(("period", Wording.Of(spot.Period))));
        return new Finding(
            new FindingId(Code, unit.Id, spot.Period, spot.Stage, subject),
            evidence.Severity ?? Severity,
            message.Chinese,
            message.English,
            [.. evidence.Numbers.Select(number => number.Value)],
            [.. scope?.SourcesOf(evidence.RestsOn) ?? [], .. evidence.Sources])
        {
            Numbers = [.. evidence.Numbers.Select(number => number.Told(scope))],
        };
    }
}
