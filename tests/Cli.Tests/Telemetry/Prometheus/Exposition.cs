using System.Globalization;
using System.Text.RegularExpressions;

namespace EduAnalytics.Cli.Tests.Telemetry.Prometheus;

/// <summary>What a process shows at <c>/metrics</c>, read as strictly as the text format 0.0.4 is written.</summary>
internal sealed partial class Exposition
{
    private readonly Dictionary<string, MetricFamily> families;

    private Exposition(Dictionary<string, MetricFamily> families) => this.families = families;

    public IReadOnlyCollection<MetricFamily> Families => families.Values;

    public MetricFamily? Find(string family) => families.GetValueOrDefault(family);

    /// <exception cref="FormatException">With the line that Prometheus would refuse.</exception>
    public static Exposition Parse(string text)
    {
        var families = new Dictionary<string, MetricFamily>();
        var (type, help) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        var seen = new HashSet<string>();
        if (!text.EndsWith('\n'))
            throw new FormatException("The last line does not end.");
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            if (Comment().Match(line) is { Success: true } comment)
            {
                var words = comment.Groups["word"].Value == "TYPE" ? type : help;
                if (!words.TryAdd(comment.Groups["name"].Value, comment.Groups["text"].Value))
                    throw new FormatException($"Said twice: {line}");
                continue;
            }
            if (line.StartsWith('#'))
                continue;
            if (Sample().Match(line) is not { Success: true } match)
                throw new FormatException($"No sample: {line}");
            var sample = new MetricSample(match.Groups["name"].Value, Labels(match.Groups["labels"].Value), Number(match.Groups["value"].Value));
            if (!seen.Add(match.Groups["name"].Value + match.Groups["labels"].Value))
                throw new FormatException($"A series twice: {line}");
            var family = FamilyOf(sample.Name, type) ?? throw new FormatException($"No type is said beforehand: {line}");
            if (!families.TryGetValue(family, out var known))
                families[family] = known = new MetricFamily(family, type[family], help.GetValueOrDefault(family, ""), new List<MetricSample>());
            ((List<MetricSample>)known.Samples).Add(sample);
        }
        return new Exposition(families);
    }

    /// <summary>A histogram's series have names of their own behind its name.</summary>
    private static string? FamilyOf(string series, Dictionary<string, string> types)
    {
        if (types.ContainsKey(series))
            return series;
        var cut = series.LastIndexOf('_');
        return cut > 0 && series[cut..] is "_bucket" or "_sum" or "_count" && types.GetValueOrDefault(series[..cut]) is "histogram" or "summary"
            ? series[..cut]
            : null;
    }

    private static Dictionary<string, string> Labels(string text) =>
        Label().Matches(text).ToDictionary(label => label.Groups["name"].Value, label => label.Groups["value"].Value);

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^# (?<word>TYPE|HELP) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) ?(?<text>.*)$")]
    private static partial Regex Comment();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(?<labels>(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\[\\"n])*",?)*)\})? (?<value>[+-]?(?:Inf|NaN|[0-9.eE+-]+))(?: [0-9]+)?$""")]
    private static partial Regex Sample();

    [GeneratedRegex("""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>(?:[^"\\]|\\[\\"n])*)",?""")]
    private static partial Regex Label();
}
