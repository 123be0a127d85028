using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using EduAnalytics.Testing;

namespace EduAnalytics.EndToEnd.Tests.Documents;

/// <summary>What the documents show is asked of the samples, so that no document tells of a system that was.</summary>
public sealed partial class DocumentTests(SampleSystem samples)
{
    private static readonly JsonSerializerOptions readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, int> Shown
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var document in new[] { "README.md", "docs/analysts.md" })
                for (var i = 0; i < ShownQuery.In(document).Count; i++)
                    data.Add(document, i);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task A_query_that_a_document_shows_is_answered_as_the_document_says(string document, int number)
    {
        var shown = ShownQuery.In(document)[number];
        var answer = await samples.System.Answer(shown.Text);

        if (shown.IsSubscription)
            Assert.Equal(["OPERATION_NOT_ALLOWED_HERE"], CodesOf(answer)); // By POST it is refused for what it is, and for nothing else.
        else if (shown.Answer is not { } expected)
            Assert.Empty(CodesOf(answer));
        else if (expected.TryGetProperty("errors", out _))
            Assert.All(expected.EnumerateObject(), member => AssertSame(shown, member.Value, answer.GetProperty(member.Name)));
        else
            AssertSame(shown, expected, answer.GetProperty("data"));
    }

    [Fact]
    public void Every_question_of_the_analysts_page_shows_its_answer()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs/analysts.md"));

        Assert.Equal(10, Questions().Count(text));
        Assert.All(ShownQuery.In("docs/analysts.md"), query => Assert.True(query.IsSubscription || query.Answer is not null, query.Text));
    }

    [Fact]
    public async Task Every_address_of_a_file_that_the_analysts_page_shows_has_one()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/analysts.md"), TestContext.Current.CancellationToken);
        // A program puts the format in: {} in Python, %s in R.
        var addresses = ExportAddresses().Matches(text).Select(match => match.Value.Replace("{}", "csv", StringComparison.Ordinal).Replace("%s", "csv", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            using var answer = await samples.System.Http.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }
    }

    private static void AssertSame(ShownQuery shown, JsonElement expected, JsonElement answer) => Assert.True(
        JsonElement.DeepEquals(expected, answer),
        $"{shown.Text}is answered\n{JsonSerializer.Serialize(answer, readable)}");

    private static IEnumerable<string?> CodesOf(JsonElement answer) => answer.TryGetProperty("errors", out var errors)
        ? errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString())
        : [];

    [GeneratedRegex(@"^## \d+\. ", RegexOptions.Multiline)]
    private static partial Regex Questions();

    [GeneratedRegex(@"(?<=http://127\.0\.0\.1:8080)/export/[^\s""'`]+")]
    private static partial Regex ExportAddresses();
}
