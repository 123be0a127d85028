using System.Reflection;

namespace EduAnalytics.Testing;

/// <summary>Where this checkout and what was built from it lie.</summary>
public static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The program as <c>./edu</c> starts it.</summary>
    public static string Program { get; } = Path.Combine(Root, "cli", "bin", Metadata("Configuration"), "net10.0", "edu.dll");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
