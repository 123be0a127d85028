using System.Globalization;

namespace EduAnalytics.Benchmarks.City;

/// <summary>How results are written down for the different systems, a line each.</summary>
internal static class ResultLines
{
    /// <summary>As the bulk API reads them.</summary>
    public static string Json(FitnessResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"school":"{{BulkApi.SchoolCode(result.School)}}","student":"{{result.Student}}","testedOn":"{{result.TestedOn:yyyy-MM-dd}}","grade":{{result.Grade}},"sex":"{{result.Sex}}","score":{{result.Score}}}""");

    /// <summary>As databases read them, the school by its number.</summary>
    public static string Csv(FitnessResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.School},{result.Student},{result.TestedOn:yyyy-MM-dd},{result.Grade},{result.Sex},{result.Score}");

    public static void Write(string path, IEnumerable<FitnessResult> results, Func<FitnessResult, string> line)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        foreach (var result in results)
            file.WriteLine(line(result));
    }
}
