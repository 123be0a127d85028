using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.Tests;

public class OrgUnitFormTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task What_a_school_is_survives_the_journal_and_the_wire()
    {
        var point = new OrgUnit(OrgUnitId.Parse("230404-point"), "教学点", null, OrgUnitLevel.School, SiloFixture.District, [SchoolStage.Primary], false)
        {
            Form = SchoolForm.TeachingPoint,
        };
        await silo.Register(point, point with { Id = OrgUnitId.Parse("230404-ordinary"), Form = null });

        await silo.Stop();
        await silo.Start();

        var tree = await silo.Grains.GetGrain<Contracts.OrgUnits.IOrgUnitTreeGrain>(Contracts.OrgUnits.IOrgUnitTreeGrain.Key).NewerThan(0);
        Assert.Equal(SchoolForm.TeachingPoint, tree!.Find(point.Id)!.Form);
        Assert.Null(tree.Find(OrgUnitId.Parse("230404-ordinary"))!.Form);
    }
}
