using System.Globalization;

namespace EduAnalytics.Benchmarks.City;

/// <summary>
/// A city whose students are tested once in each of six years: the same results for whoever asks, computed and never kept,
/// so that ten million of them take no memory. They come by year and school, as schools send them.
/// </summary>
internal sealed class GeneratedCity
{
    public const int Districts = 8;
    public const int FirstYear = 2019;
    public const int Years = 6;
    public const int LastYear = FirstYear + Years - 1;

    private readonly long students;
    private int late;

    /// <param name="results">How many results there are to be at least; rounded up to whole students.</param>
    public GeneratedCity(long results, int schools)
    {
        Schools = schools;
        students = (results + Years - 1) / Years;
    }

    public int Schools { get; }

    /// <summary>How many results there are.</summary>
    public long Count => students * Years;

    /// <summary>How many of them a year has.</summary>
    public long CountOfYear => students;

    public IEnumerable<FitnessResult> All => Enumerable.Range(FirstYear, Years).SelectMany(Of);

    public IEnumerable<FitnessResult> Of(int year)
    {
        for (var student = 0L; student < students; student++)
            yield return Tested((int)(student * Schools / students), student, year);
    }

    /// <summary>Tested and passed by district and year, counted one by one: what each system has to answer.</summary>
    public IReadOnlyList<ComparedCell> Compare()
    {
        var (tested, passed) = (new long[Districts, Years], new long[Districts, Years]);
        foreach (var result in All)
        {
            var (district, year) = (result.School % Districts, result.TestedOn.Year - FirstYear);
            tested[district, year]++;
            if (result.IsPassed)
                passed[district, year]++;
        }

        return [.. from district in Enumerable.Range(0, Districts)
                   from year in Enumerable.Range(0, Years)
                   select new ComparedCell(BulkApi.DistrictCode(district), FirstYear + year, passed[district, year], tested[district, year])];
    }

    /// <summary>A result of a student whom nobody has seen before, in the last year.</summary>
    public FitnessResult Late()
    {
        var number = Interlocked.Increment(ref late);
        return new FitnessResult(
            number * 37 % Schools, string.Create(CultureInfo.InvariantCulture, $"late-{number:000000}"), new DateOnly(LastYear, 11, 5), 6, "FEMALE", 77);
    }

    /// <summary>Scores from 40 to 100, which get better with the years and differ from school to school.</summary>
    private static FitnessResult Tested(int school, long student, int year)
    {
        var since = year - FirstYear;
        var mixed = unchecked((ulong)(student * Years + since) * 0x9E3779B97F4A7C15UL) >> 40;
        var score = Math.Min(100, 40 + (int)(mixed % 52) + (school % 7) + since);
        return new FitnessResult(
            school,
            string.Create(CultureInfo.InvariantCulture, $"f-{student:00000000}"),
            new DateOnly(year, 10, 9 + (int)(student % 20)),
            1 + since,
            student % 2 == 0 ? "MALE" : "FEMALE",
            score);
    }
}
