using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace EduAnalytics.Architecture.Tests.Layers;

/// <summary>The compiled product, and this assembly with the twins: each twin breaks one rule, so that no rule can pass by seeing nothing.</summary>
internal static class Product
{
    private static readonly Assembly[] Assemblies =
    [
        .. new[] { "Domain", "Contracts", "Journal", "Grains", "Import", "Gateway", "Plots", "Dashboard", "Samples" }
            .Select(name => Assembly.Load($"EduAnalytics.{name}")),
    ];

    public static ArchUnitNET.Domain.Architecture Architecture { get; } = new ArchLoader().LoadAssemblies([.. Assemblies, typeof(Product).Assembly]).Build();

    /// <summary>All types of the product, without the twins and without what source generators put into other namespaces.</summary>
    public static IObjectProvider<IType> All { get; } =
        Types().That().ResideInNamespaceMatching(@"^EduAnalytics\.(?!Architecture\.)").As("the product's types");

    /// <summary>A project's types by namespace.</summary>
    /// <param name="subject">The namespace behind <c>EduAnalytics.</c>, with everything below it.</param>
    public static IObjectProvider<IType> In(string subject) =>
        Types().That().ResideInNamespaceMatching($@"^EduAnalytics\.{subject}(\.|$)").As($"EduAnalytics.{subject}");

    /// <summary>All of the product but these namespaces.</summary>
    public static IObjectProvider<IType> Outside(params string[] subjects) =>
        Types().That().ResideInNamespaceMatching($@"^EduAnalytics\.(?!(Architecture|{string.Join('|', subjects)})(\.|$))")
            .As($"the product outside {string.Join(" and ", subjects)}");
}
