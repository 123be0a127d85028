using System.Globalization;
using System.Text;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Benchmarks.Report;

namespace EduAnalytics.Benchmarks.Peers;

/// <summary>How the figures of each system change with the number of results that it holds.</summary>
internal sealed class PeersGrowth
{
    private readonly List<string> sizes = [];
    private readonly List<string> versions = [];
    private readonly List<(string What, string Of, string Figure)> figures = [];

    /// <summary>Takes over what was measured at one size, while the systems still run.</summary>
    public void Add(GeneratedCity city, IReadOnlyList<MeasuredSystem> systems, IReadOnlyList<MeasuredWay> ways)
    {
        sizes.Add(city.Count.ToString("N0", CultureInfo.InvariantCulture));
        versions.AddRange(systems.Select(system => system.System.Version));
        foreach (var way in ways)
        {
            Keep("one at a time, median", way.Way.Name, PeersReport.Milliseconds(way.Alone.MedianMs));
            Keep("answers a second, 16 at a time", way.Way.Name, way.Crowded.PerSecond.ToString("N0", CultureInfo.InvariantCulture));
            Keep("new result in the city's figure, median", way.Way.Name, PeersReport.Milliseconds(way.Quiet.Median()));
        }

        foreach (var system in systems)
        {
            if (system.Loaded is { } loaded)
                Keep("results loaded a second, until the comparison has them", system.System.Name, PeersReport.Rate(city, loaded.Answering));
            Keep("memory", system.System.Name, PeersReport.Mebibytes(system.MemoryBytes));
        }
    }

    public string Write(PeersSettings settings, double load)
    {
        var text = new StringBuilder();
        Line(text, $"{TimeProvider.System.GetLocalNow():yyyy-MM-dd}, {Machine.Described}; {string.Join("; ", versions.Distinct())}.");
        Line(text, $"Medians of {settings.Rounds} rounds at each size. The machine's load before was {load:0.0}.");
        Line(text, $"");
        Line(text, $"| fitness results | | {string.Join(" | ", sizes)} |");
        Line(text, $"| --- | --- |{string.Concat(sizes.Select(_ => " --- |"))}");
        foreach (var row in figures.GroupBy(figure => (figure.What, figure.Of)).OrderBy(row => Order(row.Key.What)))
            Line(text, $"| {row.Key.What} | {row.Key.Of} | {string.Join(" | ", row.Select(figure => figure.Figure))} |");
        return text.ToString();
    }

    private void Keep(string what, string of, string figure) => figures.Add((what, of, figure));

    /// <summary>The kinds of figures stand in the order in which they came first.</summary>
    private int Order(string what) => figures.FindIndex(figure => figure.What == what);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
