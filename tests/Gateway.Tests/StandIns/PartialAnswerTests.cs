using System.Text.Json;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.StandIns;

/// <summary>What rests on several districts, or stands beside a question to another, while one of them hangs: told without it, which is named.</summary>
public sealed class PartialAnswerTests : IAsyncLifetime
{
    private const string Here = "230404";
    private const string Hanging = "230402";
    private const string City = "230400";

    private readonly ImpatientServer started = new();

    private EduServer Server => started.Server;

    public ValueTask InitializeAsync() => started.InitializeAsync();

    public ValueTask DisposeAsync() => started.DisposeAsync();

    [Fact]
    public async Task A_series_fails_alone_and_not_with_its_neighbours()
    {
        Server.Silent.Silence(Hanging);
        Server.Silent.Silence(City);

        var answer = await Server.AskAsync(HereAndThere($$"""series(indicator: "{{ImpatientServer.Indicator}}") { value }"""));

        Assert.Equal("""[{"value":40}]""", At(answer, "here").GetProperty("series").GetRawText());
        Assert.Equal(("TIMED_OUT", Hanging), ImpatientServer.ErrorOf(answer));
    }

    [Fact]
    public async Task A_citys_distribution_is_that_of_the_other_districts_schools()
    {
        await ReportFitness("230404-yifu-primary", 52);
        await ReportFitness("230402-s01", 30);
        Server.Silent.Silence(Hanging);
        Server.Silent.Silence("230402-s01");

        var data = await Server.DataAsync(
            """{ orgUnit(id: "230400") { distribution(indicator: "fitness.excellent_good_rate", stage: PRIMARY, period: "2022") { count mean silent { id } schools { orgUnit { id } } } } }""");

        var distribution = data.GetProperty("orgUnit").GetProperty("distribution");
        Assert.Equal((1, 52m), (distribution.GetProperty("count").GetInt32(), distribution.GetProperty("mean").GetDecimal()));
        Assert.Equal([Hanging], Codes(distribution.GetProperty("silent")));
        Assert.DoesNotContain("230402-s01", distribution.GetProperty("schools").EnumerateArray().Select(school => school.GetProperty("orgUnit").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_districts_distribution_that_nobody_tells_is_an_error_with_its_name()
    {
        Server.Silent.Silence(Hanging);
        Server.Silent.Silence("230402-s01");

        var answer = await Server.AskAsync(HereAndThere("""distribution(indicator: "fitness.excellent_good_rate", stage: PRIMARY, period: "2022") { count silent { id } }"""));

        Assert.Equal("""{"count":0,"silent":[]}""", At(answer, "here").GetProperty("distribution").GetRawText());
        Assert.Equal(("TIMED_OUT", Hanging), ImpatientServer.ErrorOf(answer));
    }

    [Fact]
    public async Task A_citys_breakdown_is_that_of_the_other_districts_for_staff_and_refused_to_who_may_not_see_all()
    {
        await Test("230404-yifu-primary", 20);
        await Test("230402-s01", 30);
        Server.Silent.Silence(Hanging);

        const string asked = """{ orgUnit(id: "230400") { breakdown(indicator: "fitness.pass_rate", period: "2021", by: [GRADE]) { rows { numerator } silent { id } } } }""";
        var breakdown = (await Server.DataAsync(asked)).GetProperty("orgUnit").GetProperty("breakdown");

        Assert.Equal("""[{"numerator":20}]""", breakdown.GetProperty("rows").GetRawText());
        Assert.Equal([Hanging], Codes(breakdown.GetProperty("silent")));
        Assert.Equal(("TIMED_OUT", Hanging), ImpatientServer.ErrorOf(await Server.AskAsync(asked, caller: "VIEWER@*")));
    }

    [Fact]
    public async Task A_districts_breakdown_fails_alone_and_not_with_its_neighbours()
    {
        await Test("230404-yifu-primary", 20);
        Server.Silent.Silence(Hanging);

        var answer = await Server.AskAsync(HereAndThere("""breakdown(indicator: "fitness.pass_rate", period: "2021", by: [GRADE]) { rows { numerator } silent { id } }"""));

        Assert.Equal("""{"rows":[{"numerator":20}],"silent":[]}""", At(answer, "here").GetProperty("breakdown").GetRawText());
        Assert.Equal(("TIMED_OUT", Hanging), ImpatientServer.ErrorOf(answer));
    }

    [Fact]
    public async Task The_history_of_a_citys_compliance_is_that_of_the_others_and_names_it_in_each_period()
    {
        await ReportPublicShare(Here, "2022", 30, cityShare: 30);
        await ReportPublicShare(Here, "2023", 60, cityShare: 60);
        Server.Silent.Silence(Hanging);

        var data = await Server.DataAsync("""{ orgUnit(id: "230400") { complianceHistory(standard: "preschool-2020") { period met missed silent { id } } } }""");

        Assert.Equal(
            """[{"period":"2022","met":0,"missed":1,"silent":[{"id":"230402"}]},{"period":"2023","met":1,"missed":0,"silent":[{"id":"230402"}]}]""",
            data.GetProperty("orgUnit").GetProperty("complianceHistory").GetRawText());
    }

    [Fact]
    public async Task A_districts_history_fails_alone_and_not_with_its_neighbours()
    {
        await ReportPublicShare(Here, "2022", 30, cityShare: 30);
        await ReportPublicShare(Hanging, "2022", 60, cityShare: 45);
        Server.Silent.Silence(Hanging);

        var answer = await Server.AskAsync(HereAndThere("""complianceHistory(standard: "preschool-2020") { period missed silent { id } }"""));

        Assert.Equal("""[{"period":"2022","missed":1,"silent":[]}]""", At(answer, "here").GetProperty("complianceHistory").GetRawText());
        Assert.Equal("""[{"period":"2022","missed":0,"silent":[{"id":"230402"}]}]""", At(answer, "there").GetProperty("complianceHistory").GetRawText());
        Assert.Equal(("TIMED_OUT", Hanging), ImpatientServer.ErrorOf(answer));
    }

    private static string HereAndThere(string field) =>
        $$"""{ here: orgUnit(id: "{{Here}}") { {{field}} } there: orgUnit(id: "{{Hanging}}") { {{field}} } }""";

    private static JsonElement At(JsonElement answer, string alias) => answer.GetProperty("data").GetProperty(alias);

    private static IEnumerable<string?> Codes(JsonElement units) => units.EnumerateArray().Select(unit => unit.GetProperty("id").GetString());

    private Task ReportFitness(string school, int value) => started.ReportBySchool(
        school,
        new { code = "fitness.excellent_good_rate", period = "2022", stage = "PRIMARY", value },
        new ValueQuery(OrgUnitId.Parse(school), "fitness.excellent_good_rate", Period.OfYear(2022), SchoolStage.Primary));

    /// <summary>Returns once the city has it, which tells the periods of which anything is known.</summary>
    private async Task ReportPublicShare(string district, string period, int ofHundred, int cityShare)
    {
        await Server.ReportAsync(
            district,
            new { code = "preschool.children", period, stage = "KINDERGARTEN", value = 100 },
            new { code = "preschool.children_public", period, stage = "KINDERGARTEN", value = ofHundred });
        var asked = $$"""{ comparison(orgUnits: ["{{City}}"], indicators: ["preschool.public_share"], stage: KINDERGARTEN, from: "{{period}}", to: "{{period}}") { series { points { value } } } }""";
        while (!(await Server.DataAsync(asked)).ToString().Contains($"\"value\":{cityShare}", StringComparison.Ordinal))
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    private async Task Test(string school, int students)
    {
        var input = new
        {
            submissionId = "fitness",
            school,
            results = Enumerable.Range(0, students).Select(i => new { student = $"{school}-{i}", testedOn = "2021-05-10", grade = 3, sex = "MALE", score = 70 }),
        };
        var data = await Server.DataAsync("mutation ($input: RecordFitnessInput!) { recordFitness(input: $input) { accepted errors { message } } }", new { input });
        Assert.Equal(students, data.GetProperty("recordFitness").GetProperty("accepted").GetInt32());
    }
}
