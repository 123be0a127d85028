using EduAnalytics.Benchmarks.City;

namespace EduAnalytics.Benchmarks.Peers;

/// <summary>The results as files, one a year, in the form that each system reads best: what writes them costs nobody's time.</summary>
internal sealed class ResultFiles(string directory)
{
    /// <summary>How many files are read at once where a system does not see to that itself: one a core here.</summary>
    public const int AtOnce = 2;

    public static IEnumerable<int> Years => Enumerable.Range(GeneratedCity.FirstYear, GeneratedCity.Years);

    public string Directory => directory;

    public string Json(int year) => Path.Combine(directory, $"{year}.ndjson");

    public string Csv(int year) => Path.Combine(directory, $"{year}.csv");

    public void Write(GeneratedCity city) => Parallel.ForEach(Years, year =>
    {
        ResultLines.Write(Json(year), city.Of(year), ResultLines.Json);
        ResultLines.Write(Csv(year), city.Of(year), ResultLines.Csv);
    });

    /// <summary>Does something with each year's file, so many at once.</summary>
    public static Task Each(Func<int, Task> load) => Parallel.ForEachAsync(
        Years, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (year, _) => await load(year));
}
