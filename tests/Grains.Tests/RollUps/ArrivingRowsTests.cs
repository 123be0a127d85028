using EduAnalytics.Contracts.Changes;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.RollUps;

namespace EduAnalytics.Grains.Tests.RollUps;

/// <summary>Rows that come together are taken together, each with a receipt of its own.</summary>
public sealed class ArrivingRowsTests
{
    private static readonly Catalogue catalogue = ((CatalogueReading.Complete)CatalogueReader.Read(SiloFixture.ShippedCatalogue)).Catalogue;
    private static readonly OrgUnitId[] schools = [OrgUnitId.Parse("230404-one"), OrgUnitId.Parse("230404-two"), OrgUnitId.Parse("230404-three")];

    private readonly ChangeBoard changes = new();
    private readonly ConcurrentExclusiveSchedulerPair turns = new();
    private readonly Authority district;
    private readonly ArrivingRows arriving;

    public ArrivingRowsTests()
    {
        var tree = OrgUnitTree.Empty.After(
        [
            new OrgUnit(SiloFixture.City, "鹤岗市", null, OrgUnitLevel.City, null, [], false),
            new OrgUnit(SiloFixture.District, "东山区", null, OrgUnitLevel.District, SiloFixture.City, [], false),
            .. schools.Select(school => new OrgUnit(school, school.Code, null, OrgUnitLevel.School, SiloFixture.District, [SchoolStage.Primary], false)),
        ]);
        district = new Authority(SiloFixture.District, tree, catalogue, null!, changes, TimeProvider.System);
        arriving = new ArrivingRows(district);
    }

    [Fact]
    public async Task Rows_of_one_moment_change_the_district_once_and_are_all_in_it()
    {
        var before = changes.Now;

        var receipts = await InTurn(() => schools.Select((school, n) => arriving.Take(Enrolled(school, students: n + 1, version: n + 5))).ToList());

        Assert.Equal([5, 6, 7], (await Task.WhenAll(receipts)).Select(receipt => receipt.Held));
        Assert.Equal(before + 1, changes.Now);
        Assert.Equal(6, district.Evaluate([SiloFixture.RollOf(SiloFixture.District)], Audience.Staff)[0].Value);
    }

    [Fact]
    public async Task A_row_that_misses_a_part_is_told_so_and_its_neighbour_is_taken()
    {
        var receipts = await InTurn(() => new List<Task<RowReceipt>>
        {
            arriving.Take(Enrolled(schools[0], students: 3, version: 9) with { Since = 8 }),
            arriving.Take(Enrolled(schools[1], students: 4, version: 2)),
        });

        Assert.Equal([0, 2], (await Task.WhenAll(receipts)).Select(receipt => receipt.Held));
        Assert.Equal(4, district.Evaluate([SiloFixture.RollOf(SiloFixture.District)], Audience.Staff)[0].Value);
    }

    [Fact]
    public async Task A_row_of_a_stranger_is_refused_and_holds_up_nobody()
    {
        var taken = await InTurn(() =>
        {
            var known = arriving.Take(Enrolled(schools[0], students: 3, version: 1));
            Assert.Throws<ArgumentException>(() => { _ = arriving.Take(Enrolled(OrgUnitId.Parse("230402-stranger"), students: 9, version: 1)); });
            return known;
        });

        Assert.Equal(1, (await taken).Held);
    }

    [Fact]
    public async Task What_comes_after_a_moment_is_a_moment_of_its_own()
    {
        await await InTurn(() => arriving.Take(Enrolled(schools[0], students: 3, version: 1)));

        var later = await await InTurn(() => arriving.Take(Enrolled(schools[0], students: 5, version: 2)));

        Assert.Equal(2, later.Held);
        Assert.Equal(5, district.Evaluate([SiloFixture.RollOf(SiloFixture.District)], Audience.Staff)[0].Value);
    }

    private static RowUpdate Enrolled(OrgUnitId school, int students, long version)
    {
        var roll = new MeasureKey("students.enrolled", Period.OfYear(2024), SchoolStage.Primary);
        return new RowUpdate(school, 0, version, [new RowCell(roll, CellOrigin.Summed, new MeasureTotal(students, 1, 1, DateTimeOffset.UnixEpoch), version)]);
    }

    // As in a grain: what an act sets going is queued behind it.
    private Task<T> InTurn<T>(Func<T> act) => Task.Factory.StartNew(act, TestContext.Current.CancellationToken, TaskCreationOptions.None, turns.ExclusiveScheduler);
}
