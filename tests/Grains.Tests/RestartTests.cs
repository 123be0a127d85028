using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Contracts.Schools;

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
        var before = (await school.Evaluate([SiloFixture.DropoutOf(id)]))[0];

        await silo.Stop();
        await silo.Start();

        school = silo.Grains.GetGrain<ISchoolGrain>(id.Code);
        var districtAfter = (await silo.DistrictGrain.Evaluate([SiloFixture.DropoutOf(SiloFixture.District)]))[0];
        Assert.Equal((1m, 200m), (districtAfter.Numerator, districtAfter.Denominator));
        Assert.Equal(before, (await school.Evaluate([SiloFixture.DropoutOf(id)]))[0]);
        Assert.True((await silo.DistrictGrain.Versions([SiloFixture.District]))[0] >= versions[0]);
        Assert.True((await school.RecordEnrolment(SiloFixture.Enrol("restart-3", school, 2))).Duplicate);
    }
}
