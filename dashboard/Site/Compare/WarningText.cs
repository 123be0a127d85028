using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>A comparison's warnings in the reader's words, one line a kind with the units it concerns.</summary>
public static class WarningText
{
    private const int MostNames = 8;

    public static IReadOnlyList<string> Of(IReadOnlyList<ComparisonWarning> warnings, Visitor visitor) =>
        [.. warnings.GroupBy(warning => warning.Code).Select(kind => Line(kind.Key, [.. kind], visitor))];

    /// <summary>A kind this page does not know is told in the gateway's own sentence.</summary>
    private static string Line(string code, IReadOnlyList<ComparisonWarning> warnings, Visitor visitor)
    {
        if (!visitor.Texts.Warnings.TryGetValue(code, out var words))
            return warnings[0].Message;
        var names = warnings.Select(warning => warning.OrgUnit).OfType<Figures.OrgUnit>()
            .DistinctBy(unit => unit.Id).Select(unit => visitor.Name(unit.Name, unit.NameEn)).ToList();
        if (names.Count == 0)
            return words;
        var listed = string.Join(visitor.Texts.Figure.ListSeparator, names.Take(MostNames));
        return $"{words}{visitor.Texts.Figure.Colon}{listed}{(names.Count > MostNames ? "…" : string.Empty)}";
    }
}
