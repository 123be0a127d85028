using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using EduAnalytics.Contracts.Past;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace EduAnalytics.Architecture.Tests.Layers;

/// <summary>How grains may be written and whom they may call.</summary>
internal static class GrainRules
{
    public static IArchRule AreSealedAndInternal(IObjectProvider<Class> grains) =>
        Classes().That().Are(grains).Should().BeSealed().AndShould().BeInternal()
            .Because("a grain is reached through its interface alone");

    public static IArchRule KnowNoOtherGrainClass(IObjectProvider<Class> grains, Class grain) =>
        Classes().That().Are(grain).Should().NotDependOnAny(Classes().That().Are(grains).And().AreNot(grain))
            .Because("a grain calls another through its interface: only that call crosses machines and keeps one turn at a time");

    public static IArchRule SendNoCommands(IObjectProvider<IType> types) =>
        Types().That().Are(types).Should()
            .NotCallAny(MethodMembers().That().AreDeclaredIn(Product.In("Contracts")).And().HaveNameMatching("^(Report|Record)[A-Z]"))
            .Because("submissions come from outside; between grains only rows go up, and a parent asks a child for nothing but its row");

    public static IArchRule NeverCall(IObjectProvider<IType> types, Type grain) =>
        Types().That().Are(types).Should().NotDependOnAny(Types().That().Are(grain))
            .Because("calls go up, one level at a time; only the level above asks for a child's row, when it starts");

    public static IArchRule LeaveThePastAlone(IObjectProvider<IType> types) =>
        Types().That().Are(types).Should().NotDependOnAny(Types().That().Are(typeof(IPastUnitGrain)))
            .Because("among grains of the past calls go down, which cannot deadlock only while none of them is reached from below");

    /// <summary>Methods of a contract that a grain cannot answer while it waits for somebody else.</summary>
    public static IEnumerable<string> MethodsThatBlock(Type contract) => contract.GetMethods()
        .Where(method => !method.IsDefined(typeof(Orleans.Concurrency.AlwaysInterleaveAttribute), inherit: false))
        .Select(method => $"{contract.FullName}.{method.Name}");
}
