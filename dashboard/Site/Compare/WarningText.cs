using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>A comparison's warnings in the reader's words, one line a kind with the units it concerns.</summary>
public static class WarningText
{
    public static IReadOnlyList<string> Of(IReadOnlyList<ComparisonWarning> warnings, Visitor visitor) =>
        [.. warnings.GroupBy(warning => warning.Code).Select(kind => Line(kind.Key, [.. kind], visitor))];

    /// <summary>A kind this page does not know is told in the gateway's own sentence.</summary>
    private static string Line(string code, IReadOnlyList<ComparisonWarning> warnings, Visitor visitor) =>
        visitor.Texts.Warnings.TryGetValue(code, out var words)
            ? UnitNames.After(words, warnings.Select(warning => warning.OrgUnit).OfType<OrgUnit>(), visitor)
            : warnings[0].Message;
}
