using System.Globalization;
using System.Text;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.Canvas;

/// <summary>A system of one city with thirty districts, some with names that fit nowhere, which state three rates over twenty years with gaps.</summary>
public sealed class LargeCity : IAsyncLifetime
{
    public const string City = "110100";
    public const int Districts = 30;

    private static readonly string[] rates =
        ["preschool.public_share", "preschool.inclusive_share", "preschool.insured_share"];

    private readonly string data = Directory.CreateTempSubdirectory("edu-large-").FullName;

    public RunningSystem System { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        System = await RunningSystem.Start(data, "--empty");
        var districts = Enumerable.Range(1, Districts).ToList();
        await Send(
            "org-units",
            [
                $$"""{"code":"{{City}}","name":"某某地级市暨国家教育综合改革试验区","nameEn":"Moumou Municipality and National Pilot Zone of Comprehensive Education Reform","level":"CITY"}""",
                .. districts.Select(number => $$"""{"code":"{{CodeOf(number)}}","name":"{{NameOf(number)}}","nameEn":"{{NameEnOf(number)}}","level":"DISTRICT","parent":"{{City}}"}"""),
            ]);
        await Send("figures", [.. from number in districts from year in Enumerable.Range(2005, 20) where (number + year) % 9 != 0 from rate in rates select Stated(number, year, rate)]);
    }

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private static string CodeOf(int number) => string.Create(CultureInfo.InvariantCulture, $"1101{number:00}");

    private static string NameOf(int number) => number % 5 == 0 ? $"某某经济技术开发区第{number}教育和体育局" : $"第{number}区";

    private static string NameEnOf(int number) => number % 5 == 0
        ? $"Education and Sports Bureau No. {number} of the Moumou Economic and Technological Development Zone"
        : $"District No. {number}";

    private static string Stated(int number, int year, string rate)
    {
        var value = ((number * 7 + (year - 2005) * 2 + rate.Length) % 90).ToString(CultureInfo.InvariantCulture);
        return $$"""{"orgUnit":"{{CodeOf(number)}}","document":"年报","code":"{{rate}}","period":"{{year}}","value":{{value}}}""";
    }

    private async Task Send(string kind, params string[] lines)
    {
        using var content = new StringContent(string.Join('\n', lines) + "\n", Encoding.UTF8, "application/x-ndjson");
        using var answer = await System.Http.PostAsync(new Uri($"/ingest/{kind}?submission=large-city", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode && !text.Contains("\"errors\":[{", StringComparison.Ordinal), text);
    }
}
