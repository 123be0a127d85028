using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Standards;

namespace EduAnalytics.Grains.Catalogues.Standards;

/// <summary>
/// Reads a standard's criteria. An entry that sets a threshold for each stage becomes one criterion a stage, with the stage
/// at the end of its code.
/// </summary>
internal sealed class CriterionEntries(string standard, DefinitionVersion version, SourceEntry? source, Entries<Indicator> indicators)
{
    private readonly Dictionary<string, Criterion> byCode = new(StringComparer.Ordinal);

    public ImmutableArray<Criterion> Read(ImmutableArray<YamlEntry> entries)
    {
        var criteria = ImmutableArray.CreateBuilder<Criterion>();
        foreach (var entry in entries)
        {
            var code = entry.Text("code", "the criterion's code");
            var named = entry.Named($"{standard} {code}");
            _ = named.Has("code");
            foreach (var criterion in ReadOne(code, named))
            {
                if (byCode.TryAdd(criterion.Code, criterion))
                    criteria.Add(criterion);
                else
                    named.Refuse("code", $"the criterion {criterion.Code} is defined already", "each code once");
            }

            named.RefuseOtherKeys();
        }

        return criteria.ToImmutable();
    }

    private List<Criterion> ReadOne(string code, YamlEntry entry)
    {
        var given = SourceEntry.Read(entry, "source") ?? source;
        var section = entry.OptionalText("section", "the section of the document");
        var thresholds = ThresholdEntry.Read(entry);
        var scope = ScopeEntry.Read(entry, indicators);
        var names = (Zh: entry.OptionalText("name", "the Chinese name"), En: entry.OptionalText("name_en", "the English name"));
        if (scope is not { Indicator: { } indicator })
            return [];
        var criteria = thresholds
            .Select(threshold => new Criterion(
                CodeFor(code, threshold),
                names.Zh ?? scope.NameOf(indicator),
                names.En ?? scope.NameEnOf(indicator),
                indicator,
                new Target(threshold.Stage ?? indicator.StageFor(null), version.From.Year, threshold.Comparison, threshold.Value, given?.Text)
                {
                    SourceDoubt = given?.Doubt,
                },
                scope.For(threshold))
            {
                Section = section,
            })
            .ToList();
        foreach (var criterion in criteria)
            new CriterionRules(criterion, entry, byCode).Check();
        return criteria;
    }

    private static string CodeFor(string code, Threshold threshold) =>
        threshold.Stage is { } stage ? ScopeEntry.WithStage(code, stage) : code;
}
