using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EduAnalytics.Benchmarks.City;

namespace EduAnalytics.Benchmarks.Placement;

/// <summary>A city of many small schools, asked through a gateway as a reader would.</summary>
internal sealed class SpreadCity(HttpClient http, PlacementSettings settings)
{
    /// <summary>Of each district how many students it has, and how many of its schools stand behind that.</summary>
    private const string AskRolls =
        $$"""{ orgUnit(id: "{{BulkApi.City}}") { children(first: 1000) { nodes { value(indicator: "dropout.roll", period: "2024", stage: PRIMARY) { value reportedUnits } } } } }""";

    private const string AskFindings = $$"""{ allFindings(at: "{{BulkApi.City}}", first: 20) { totalCount } }""";

    private readonly BulkApi bulk = new(http);

    public long Students => (long)settings.Schools * settings.Students;

    public Task Register() => bulk.Register(settings.Districts, settings.Schools);

    /// <summary>Enrols the students, one submission a school. No monthly report is given, so that each school has something to be found.</summary>
    public Task Enrol()
    {
        var lines = new StringBuilder();
        for (var school = 0; school < settings.Schools; school++)
            for (var student = 0; student < settings.Students; student++)
                lines.Append(
                    CultureInfo.InvariantCulture,
                    $$"""{"school":"{{BulkApi.SchoolCode(school)}}","student":"p-{{school}}-{{student}}","kind":"ENROLLED","date":"2024-{{(student == 0 ? "06" : "03")}}-01","grade":3,"sex":"FEMALE"}""").Append('\n');
        return bulk.Send("enrolment", "placement", Encoding.UTF8.GetBytes(lines.ToString()), Students);
    }

    /// <summary>Whether every student at every school is in the districts' answers. False too where nobody answers.</summary>
    public async Task<bool> IsWhole()
    {
        if (await Ask(AskRolls) is not { } data)
            return false;
        var districts = data.GetProperty("orgUnit").GetProperty("children").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("value")).ToList();
        return districts.All(value => value.ValueKind == JsonValueKind.Object)
            && districts.Sum(value => value.GetProperty("value").GetDecimal()) == Students
            && districts.Sum(value => value.GetProperty("reportedUnits").GetInt32()) == settings.Schools;
    }

    /// <summary>How many findings stand in the whole city; null where the question was not answered.</summary>
    public async Task<int?> CountFindings() => (await Ask(AskFindings))?.GetProperty("allFindings").GetProperty("totalCount").GetInt32();

    private async Task<JsonElement?> Ask(string query)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(new Uri("/graphql", UriKind.Relative), new { query });
            var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return told.TryGetProperty("errors", out _) ? null : told.GetProperty("data");
        }
        catch (Exception silence) when (silence is HttpRequestException or JsonException)
        {
            return null;
        }
    }
}
