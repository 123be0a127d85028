namespace EduAnalytics.Cli.Tests.Telemetry.Prometheus;

/// <summary>One metric of an exposition with its series.</summary>
/// <param name="Type"><c>counter</c>, <c>gauge</c>, <c>histogram</c> or another of Prometheus's words.</param>
internal sealed record MetricFamily(string Name, string Type, string Help, IReadOnlyList<MetricSample> Samples)
{
    /// <summary>The names by which its series can be asked for.</summary>
    public IEnumerable<string> SeriesNames => Samples.Select(sample => sample.Name).Distinct();

    public IEnumerable<string> Labels => Samples.SelectMany(sample => sample.Labels.Keys).Distinct();

    /// <summary>The sum of its series, of those with the label's value where one is named.</summary>
    public double Total(string? label = null, string? value = null) => Samples
        .Where(sample => label is null || sample.Labels.GetValueOrDefault(label) == value)
        .Where(sample => Type != "histogram" || sample.Name.EndsWith("_count", StringComparison.Ordinal))
        .Sum(sample => sample.Value);
}

/// <summary>One line of an exposition.</summary>
internal sealed record MetricSample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);
