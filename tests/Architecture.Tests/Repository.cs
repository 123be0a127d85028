using System.Reflection;

namespace EduAnalytics.Architecture.Tests;

/// <summary>The working tree that these tests were built from, without what builds and tools put into it.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Generated =
        ["bin", "obj", "node_modules", "dist", "artifacts", "data", "TestResults", ".git", ".vs", ".idea", ".vscode"];

    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>Paths from the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Select(Relative).Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Where(IsOurs).Concat(Directory.EnumerateDirectories(folder).Where(IsOurs).SelectMany(Walk));

    // In a second working tree of git's, .git is a file.
    private static bool IsOurs(string path) => !Generated.Contains(Path.GetFileName(path));
}
