using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Tests;

public class OrgUnitTreeTests
{
    [Fact]
    public void A_unit_registered_again_is_described_anew_in_its_place_and_a_new_one_comes_last()
    {
        var before = new OrgUnitTree([Field.City, Field.District, Field.Primary, Field.Junior], 4);
        var renamed = Field.Primary with { Name = "改名小学" };

        var after = before.After([Field.Kindergarten, renamed]);

        Assert.Equal([Field.City, Field.District, renamed, Field.Junior, Field.Kindergarten], after.All);
        Assert.Equal([renamed, Field.Junior, Field.Kindergarten], after.ChildrenOf(Field.District.Id));
        Assert.Equal((4, 5), (before.Version, after.Version));
    }

    [Fact]
    public void Many_registrations_make_the_tree_that_they_make_one_by_one()
    {
        var renamed = Field.Primary with { Name = "改名小学" };
        OrgUnit[][] registrations = [[Field.City], [Field.District, Field.Primary], [renamed, Field.Junior], [Field.Primary]];

        var oneByOne = registrations.Aggregate(OrgUnitTree.Empty, (tree, units) => tree.After(units));
        var atOnce = OrgUnitTree.Empty.After(registrations.SelectMany(units => units), registrations.Length);

        Assert.Equal(oneByOne.All, atOnce.All);
        Assert.Equal(oneByOne.Version, atOnce.Version);
    }
}
