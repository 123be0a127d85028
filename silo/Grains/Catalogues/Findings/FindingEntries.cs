using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.Catalogues.Findings;

/// <summary>Reads <c>findings.yaml</c>, in the light of the measures and indicators.</summary>
internal sealed class FindingEntries(Entries<Measure> measures, Entries<Indicator> indicators)
{
    /// <summary>A blank that every kind fills.</summary>
    private const string PeriodBlank = "period";

    public IReadOnlyList<FindingRule> Read(ImmutableArray<YamlEntry> entries)
    {
        var rules = new Entries<FindingRule>("finding rule");
        var kinds = new FindingKinds(measures, indicators, rules);
        foreach (var entry in entries)
        {
            var (code, named) = rules.Name(entry, CodeForm.Dotted);
            if (ReadOne(code, named, kinds) is { } rule)
                rules.Add(code, rule);
            named.RefuseOtherKeys();
        }

        return rules.Values;
    }

    private static FindingRule? ReadOne(string code, YamlEntry entry, FindingKinds kinds)
    {
        var kind = kinds.Read(entry);
        var source = SourceEntry.Read(entry, "source");
        var sentence = new Sentence(
            entry.Text("message", "the Chinese sentence with its blanks"), entry.Text("message_en", "the English sentence with its blanks"));
        var name = new Wording(entry.Text("name", "the Chinese name"), entry.Text("name_en", "the English name"));
        var why = new Wording(entry.Text("why", "why a reader must be told, in Chinese"), entry.Text("why_en", "the same in English"));
        var severity = entry.Word<Severity>("severity");
        var levels = entry.WordList<OrgUnitLevel>("levels");
        if (kind is null)
            return null;
        CheckBlanks(entry, sentence, kind);
        return new FindingRule(code, name, severity, kind, sentence, why, levels) { Source = source?.Text, SourceDoubt = source?.Doubt };
    }

    private static void CheckBlanks(YamlEntry entry, Sentence sentence, FindingKind kind)
    {
        foreach (var blank in sentence.Blanks.Except(kind.Blanks.Append(PeriodBlank)))
        {
            entry.Refuse(
                sentence.Chinese.Contains($"{{{blank}}}", StringComparison.Ordinal) ? "message" : "message_en",
                $"nothing fills the blank {{{blank}}}",
                $"blanks among {string.Join(", ", kind.Blanks.Append(PeriodBlank).Select(known => $"{{{known}}}"))}");
        }
    }
}
