using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Tests;

public class RestartTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task After_a_restart_everything_is_there_once_and_no_version_has_gone_back()
    {
        var school = await silo.NewSchool("230404-restart");
        var id = OrgUnitId.Parse("230404-restart");

        // More than one snapshot's worth, so that the restart reads a snapshot and a tail.
        for (var n = 0; n < 100; n++)
            await school.RecordEnrolment(SiloFixture.Enrol($"restart-{n}", school, 2));
        await school.RecordEnrolment(SiloFixture.Events("out", school, SiloFixture.Event("restart-7-1", EnrolmentKind.DroppedOut, "2024-05-01")));
        var versions = await silo.DistrictGrain.Versions([SiloFixture.District]);
        var before = (await school.Evaluate([SiloFixture.DropoutOf(id)], Audience.Staff))[0];

        await silo.Stop();
        await silo.Start();

        school = silo.Grains.GetGrain<ISchoolGrain>(id.Code);
        var districtAfter = (await silo.DistrictGrain.Evaluate([SiloFixture.DropoutOf(SiloFixture.District)], Audience.Staff))[0];
        Assert.Equal((1m, 200m), (districtAfter.Numerator, districtAfter.Denominator));
        Assert.Equal(before, (await school.Evaluate([SiloFixture.DropoutOf(id)], Audience.Staff))[0]);
        Assert.True((await silo.DistrictGrain.Versions([SiloFixture.District]))[0] >= versions[0]);
        Assert.True((await school.RecordEnrolment(SiloFixture.Enrol("restart-3", school, 2))).Duplicate);
    }

    [Fact]
    public async Task An_indicator_that_came_with_a_new_catalogue_has_values_from_before()
    {
        var school = await silo.NewSchool("230404-upgraded");
        var id = OrgUnitId.Parse("230404-upgraded");
        await school.ReportFigures(new FiguresSubmission("fit", id, new Source("年报", null),
            [new Figure("health.records", SiloFixture.Year, null, 30), new Figure("health.screened", SiloFixture.Year, null, 40)]));
        await silo.Stop();

        var upgraded = Directory.CreateTempSubdirectory("edu-catalogue-").FullName;
        CopyAll(SiloFixture.ShippedCatalogue, upgraded);
        await File.AppendAllTextAsync(Path.Combine(upgraded, "indicators.yaml"), NewIndicator, TestContext.Current.CancellationToken);
        await silo.Start(upgraded);

        var value = (await silo.DistrictGrain.Evaluate([new(SiloFixture.District, "health.records_of_screened", SiloFixture.Year, null)], Audience.Staff))[0];
        Assert.Equal((75m, 30m, 40m), (value.Value, value.Numerator, value.Denominator));
        Directory.Delete(upgraded, recursive: true);
    }

    private const string NewIndicator =
        """

          - code: health.records_of_screened
            name: 筛查学生建档率
            name_en: Records of screened students
            group: health
            unit: percent
            decimals: 2
            direction: HIGHER_IS_BETTER
            period_types: [YEAR]
            stages: [PRIMARY, JUNIOR]
            formula: { ratio: { numerator: health.records, denominator: health.screened, scale: 100 } }
            definition: health.records ÷ health.screened × 100
            definition_en: health.records over health.screened, times 100
            version: { number: 1, from: 2026-01-01 }
            source: { document: 测试, doubt: 'It is for a test.' }
        """;

    private static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
