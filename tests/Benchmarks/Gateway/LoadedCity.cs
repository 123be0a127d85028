using System.Globalization;
using System.Text;
using EduAnalytics.Benchmarks.City;

namespace EduAnalytics.Benchmarks.Gateway;

/// <summary>A city of ten districts, and ever more fitness results of five years at its schools.</summary>
internal sealed class LoadedCity(HttpClient http)
{
    public const int FirstYear = 2020;
    public const int Years = 5;
    private const int Districts = 10;
    private const int Schools = 500;
    private const int LinesPerStream = 100_000;
    private const int LinesPerSchool = 1_000;

    private readonly BulkApi bulk = new(http);
    private long lines;

    public Task Register() => bulk.Register(Districts, Schools);

    /// <summary>Sends results until so many lie behind the city's figures.</summary>
    public async Task FillTo(long records)
    {
        while (lines < records)
        {
            var count = (int)Math.Min(LinesPerStream, records - lines);
            await bulk.Send("fitness", $"bench-fitness-{lines}", Encoding.UTF8.GetBytes(NextResults(count)), count);
        }
    }

    private string NextResults(int count)
    {
        var text = new StringBuilder(count * 112);
        for (var end = lines + count; lines < end; lines++)
        {
            var school = BulkApi.SchoolCode((int)(lines / LinesPerSchool % Schools));
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""{"school":"{{school}}","student":"f-{{lines / Years:00000000}}","testedOn":"{{FirstYear + (lines % Years)}}-10-09","grade":{{1 + (lines % Years)}},"sex":"MALE","score":{{50 + (lines % 50)}}}""").Append('\n');
        }

        return text.ToString();
    }
}
