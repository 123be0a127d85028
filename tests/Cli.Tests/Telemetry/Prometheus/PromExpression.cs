using System.Text.RegularExpressions;

namespace EduAnalytics.Cli.Tests.Telemetry.Prometheus;

/// <summary>Which series and labels an expression of Prometheus asks for. As much of the language as the files under deploy/ use.</summary>
internal sealed partial class PromExpression(string text)
{
    private static readonly HashSet<string> operators = ["and", "or", "unless", "by", "without", "on", "ignoring", "bool"];

    /// <summary>Prometheus puts these on every series itself.</summary>
    private static readonly HashSet<string> labelsOfScraper = ["job", "instance", "le"];

    /// <summary>Names that stand where only a series can: no function, no operator, no label, no duration.</summary>
    public IReadOnlyList<string> Series =>
        [.. Name().Matches(WithoutLabels).Select(name => name.Value).Where(name => !operators.Contains(name)).Distinct()];

    public IReadOnlyList<string> Labels =>
    [
        .. Matcher().Matches(text).Select(matcher => matcher.Groups["label"].Value)
            .Concat(Grouping().Matches(text).SelectMany(grouping => grouping.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries)))
            .Where(label => !labelsOfScraper.Contains(label)).Distinct(),
    ];

    private string WithoutLabels => Grouping().Replace(Braces().Replace(Ranges().Replace(text, ""), ""), "");

    [GeneratedRegex(@"(?<![\w$])[a-zA-Z_:][a-zA-Z0-9_:]*(?!\s*\(|[\w:])")]
    private static partial Regex Name();

    [GeneratedRegex("""(?<label>[a-zA-Z_][a-zA-Z0-9_]*)\s*(?:=~|!~|!=|=)\s*"[^"]*["]""")]
    private static partial Regex Matcher();

    [GeneratedRegex(@"\b(?:by|without|on|ignoring)\s*\((?<labels>[^)]*)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Ranges();
}
