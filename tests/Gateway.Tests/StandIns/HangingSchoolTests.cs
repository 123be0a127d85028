using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Tests.Schema;

namespace EduAnalytics.Gateway.Tests.StandIns;

/// <summary>A school that hangs, asked alone: its district holds every value of it.</summary>
public sealed class HangingSchoolTests : IAsyncLifetime
{
    private const string School = "230404-yifu-primary";

    private readonly ImpatientServer started = new();

    private EduServer Server => started.Server;

    public async ValueTask InitializeAsync()
    {
        await started.InitializeAsync();
        await started.ReportBySchool(
            School,
            new { code = "fitness.excellent_good_rate", period = "2022", stage = "PRIMARY", value = 52 },
            new ValueQuery(OrgUnitId.Parse(School), "fitness.excellent_good_rate", Period.OfYear(2022), SchoolStage.Primary));
    }

    public ValueTask DisposeAsync() => started.DisposeAsync();

    [Fact]
    public async Task Its_district_stands_in_for_it_where_its_value_is_asked_alone()
    {
        Server.Silent.Silence(School);

        var value = await Server.DataAsync(Asked("""value(indicator: "fitness.excellent_good_rate", period: "2022", stage: PRIMARY) { reported value }"""));

        Assert.Equal(52, value.GetProperty("orgUnit").GetProperty("value").GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task Where_its_district_hangs_too_the_error_names_it()
    {
        Server.Silent.Silence(School);
        Server.Silent.Silence("230404");

        var answer = await Server.AskAsync(Asked("""value(indicator: "fitness.excellent_good_rate", period: "2022", stage: PRIMARY) { value }"""));

        Assert.Equal(("TIMED_OUT", School), ImpatientServer.ErrorOf(answer));
    }

    [Theory]
    [InlineData(School)]
    [InlineData("230404")]
    public async Task Its_series_is_told_by_the_one_of_the_two_that_does_not_hang(string hanging)
    {
        Server.Silent.Silence(hanging);

        var series = await Server.DataAsync(Asked("""series(indicator: "fitness.excellent_good_rate", stage: PRIMARY) { period value }"""));

        Assert.Equal("""[{"period":"2022","value":52}]""", series.GetProperty("orgUnit").GetProperty("series").GetRawText());
    }

    [Fact]
    public async Task A_version_that_its_district_does_not_tell_is_an_error_with_its_name()
    {
        Server.Silent.Silence("230404");

        Assert.Equal(("TIMED_OUT", School), ImpatientServer.ErrorOf(await Server.AskAsync(Asked("version"))));
    }

    private static string Asked(string field) => $$"""{ orgUnit(id: "{{School}}") { {{field}} } }""";
}
