using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace EduAnalytics.Architecture.Tests.Layers;

/// <summary>Each rule takes the types it judges, so that a test can hold it against a twin that breaks it.</summary>
internal static class LayerRules
{
    public static IArchRule TouchesNoMachine(IObjectProvider<IType> types) => Never(types, @"Orleans|Microsoft|System\.(IO|Net|Data)",
        "a figure must be computable, and testable, without a cluster, a disk or a network");

    public static IArchRule KnowsNoGraphQLEngine(IObjectProvider<IType> types) => Never(types, "GraphQL|GraphQLParser",
        "the engine is to be exchangeable in the folders Schema and Transport alone");

    public static IArchRule DrawsNothing(IObjectProvider<IType> types) => Never(types, "ScottPlot|SkiaSharp",
        "one engine, in one project, draws every plot");

    // Types(true): types of packages count too. Without it such a rule sees none of them and passes whatever the code does.
    private static IArchRule Never(IObjectProvider<IType> types, string namespaces, string reason) =>
        Types().That().Are(types).Should()
            .NotDependOnAny(Types(true).That().ResideInNamespaceMatching($@"^({namespaces})(\.|$)").And().DoNotResideInNamespace("Microsoft.CodeAnalysis"))
            .Because(reason);
}
