using System.Globalization;
using System.Text;
using EduAnalytics.Benchmarks.City;
using EduAnalytics.Benchmarks.Gateway;
using EduAnalytics.Benchmarks.Report;

namespace EduAnalytics.Benchmarks.Peers;

/// <summary>The section of the document: what was measured, and who is ahead in what.</summary>
internal static class PeersReport
{
    public static string Of(GeneratedCity city, PeersSettings settings, IReadOnlyList<MeasuredSystem> systems, IReadOnlyList<MeasuredWay> ways, double load)
    {
        var text = new StringBuilder();
        Line(text, $"{city.Count:N0} fitness results of {city.Schools} schools in {GeneratedCity.Districts} districts and {GeneratedCity.Years} years. The comparison is the");
        Line(text, $"pass rate of each district in each year with its numerator and denominator; before anything is timed, each way of asking");
        Line(text, $"must give the numbers that the program counts one by one. {TimeProvider.System.GetLocalNow():yyyy-MM-dd}, {Machine.Described};");
        Line(text, $"{string.Join("; ", systems.Select(system => system.System.Version))}.");
        Line(text, $"{settings.Rounds} rounds in turns, of which the medians are given. The machine's load before was {load:0.0}.");
        Line(text, $"");
        Line(text, $"| asked for the comparison | one at a time: median; p99 | 16 at a time: median; p99 | answers a second | new result in the city's figure: median; worst | the same while 16 ask |");
        Line(text, $"| --- | --- | --- | --- | --- | --- |");
        foreach (var way in ways)
            Line(text, $"| {way.Way.Name} | {Took(way.Alone)} | {Took(way.Crowded)} | {way.Crowded.PerSecond:N0} | {Took(way.Quiet)} | {Took(way.Busy)} |");
        Line(text, $"");
        Line(text, $"| keeping the results | results a second, until stored | until the comparison has them | memory | on disk |");
        Line(text, $"| --- | --- | --- | --- | --- |");
        foreach (var system in systems)
            Line(text, $"| {system.System.Name} | {Rate(city, system.Loaded?.Stored)} | {Rate(city, system.Loaded?.Answering)} | {Mebibytes(system.MemoryBytes)} | {(system.DiskBytes == 0 ? "" : Mebibytes(system.DiskBytes))} |");
        Line(text, $"");
        foreach (var sentence in PeersVerdict.Of(systems, ways))
            Line(text, $"- {sentence}");
        return text.ToString();
    }

    public static string Milliseconds(double ms) => ms switch
    {
        double.NaN => "no answer in the window",
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{ms:0.000} ms"),
        < 100 => string.Create(CultureInfo.InvariantCulture, $"{ms:0.0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ms:N0} ms"),
    };

    private static string Took(Load load) => $"{Milliseconds(load.MedianMs)}; {Milliseconds(load.P99Ms)}";

    private static string Took(IReadOnlyList<double> waits) => $"{Milliseconds(waits.Median())}; {Milliseconds(waits.Max())}";

    public static string Rate(GeneratedCity city, TimeSpan? took) =>
        took is { } known ? string.Create(CultureInfo.InvariantCulture, $"{city.Count / known.TotalSeconds:N0}") : "";

    public static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):N0} MiB");

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
