using ArchUnitNET.Domain;
using ArchUnitNET.xUnitV3;
using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Schools;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace EduAnalytics.Architecture.Tests.Layers;

public sealed class GrainTests
{
    private static readonly IObjectProvider<Class> Grains = Classes().That().Are(Product.In("Grains"))
        .And().AreNotAbstract().And().AreAssignableTo(typeof(Grain)).As("the grains");

    private static readonly IObjectProvider<Class> Twin = Classes().That().AreAssignableTo(typeof(Grain))
        .And().ResideInNamespace(typeof(Twins.OpenGrain).Namespace!).As("the twins");

    [Fact]
    public void Grains_are_sealed_and_internal() => GrainRules.AreSealedAndInternal(Grains).Check(Product.Architecture);

    [Fact]
    public void An_open_grain_is_found() => Assert.False(GrainRules.AreSealedAndInternal(Twin).HasNoViolations(Product.Architecture));

    [Fact]
    public void Grains_know_no_other_grain_class() => Assert.All(Grains.GetObjects(Product.Architecture),
        grain => GrainRules.KnowNoOtherGrainClass(Grains, grain).Check(Product.Architecture));

    [Fact]
    public void A_grain_that_knows_another_is_found() => Assert.Contains(Twin.GetObjects(Product.Architecture),
        grain => !GrainRules.KnowNoOtherGrainClass(Twin, grain).HasNoViolations(Product.Architecture));

    [Fact]
    public void Grains_send_no_commands() => GrainRules.SendNoCommands(Product.In("Grains")).Check(Product.Architecture);

    [Fact]
    public void A_command_sent_to_a_child_is_found() => Assert.False(
        GrainRules.SendNoCommands(Types().That().Are(typeof(Twins.Meddler))).HasNoViolations(Product.Architecture));

    [Fact]
    public void Schools_are_known_only_to_the_level_above() =>
        GrainRules.NeverCall(Product.Outside("Contracts", "Gateway", @"Grains\.Schools", @"Grains\.Districts"), typeof(ISchoolGrain))
            .Check(Product.Architecture);

    [Fact]
    public void Schools_do_not_skip_their_district() =>
        GrainRules.NeverCall(Product.In(@"Grains\.Schools"), typeof(ICityGrain)).Check(Product.Architecture);

    [Fact]
    public void A_call_past_a_level_is_found() => Assert.False(
        GrainRules.NeverCall(Types().That().Are(typeof(Twins.Meddler)), typeof(ISchoolGrain)).HasNoViolations(Product.Architecture));

    [Fact]
    public void Nothing_live_calls_the_past() =>
        GrainRules.LeaveThePastAlone(Product.In(@"Grains\.(Schools|Districts|Cities|RollUps|OrgUnits|Findings)")).Check(Product.Architecture);

    [Fact]
    public void The_past_calls_no_live_unit() =>
        Assert.All([typeof(ISchoolGrain), typeof(IRowKeeper), typeof(IRowSource)], live =>
            GrainRules.NeverCall(Product.In(@"Grains\.Past"), live).Check(Product.Architecture));

    [Fact]
    public void A_live_call_into_the_past_is_found() => Assert.False(
        GrainRules.LeaveThePastAlone(Types().That().Are(typeof(Twins.Nostalgist))).HasNoViolations(Product.Architecture));

    [Fact]
    public void A_parent_that_starts_asks_only_what_a_waiting_child_can_answer() => Breaches.MustBeNone(
        GrainRules.MethodsThatBlock(typeof(IRowSource)), "A child may be waiting for this very parent. Mark [AlwaysInterleave]:");

    [Fact]
    public void A_read_that_would_deadlock_is_found() => Assert.Single(GrainRules.MethodsThatBlock(typeof(Twins.IBlockingSource)));
}
