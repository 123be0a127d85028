using System.Collections.Concurrent;

namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>
/// The <c>.graphql</c> files that lie beside the pages. A line <c>#import "Figures/Unit.graphql"</c> at a file's head brings
/// a fragment in, so that a field list shared by pages stands once.
/// </summary>
public static class Documents
{
    private const string Import = "#import ";
    private static readonly ConcurrentDictionary<string, string> Composed = new();

    /// <summary>The paths of all documents that hold an operation: what a gateway that serves only known ones must know.</summary>
    public static IEnumerable<string> Operations => typeof(Documents).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".graphql", StringComparison.Ordinal))
        .Where(name => Read(name).ReplaceLineEndings("\n").Split('\n').Any(IsOperation));

    /// <param name="path">Its path in the project: <c>Compare/Compare.graphql</c>.</param>
    /// <exception cref="FileNotFoundException">The project has no such document: a mistake in the page.</exception>
    public static string Find(string path) => Composed.GetOrAdd(path, static wanted =>
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        Gather(wanted, parts);
        return string.Join("\n\n", parts.Values) + "\n";
    });

    /// <summary>A fragment brings its own along; one that several bring stands once.</summary>
    private static void Gather(string path, Dictionary<string, string> parts)
    {
        if (parts.ContainsKey(path))
            return;
        var lines = Read(path).ReplaceLineEndings("\n").Split('\n');
        parts.Add(path, string.Join('\n', lines.Where(line => !IsImport(line))).Trim());
        foreach (var import in lines.Where(IsImport))
            Gather(import[Import.Length..].Trim().Trim('"'), parts);
    }

    private static bool IsOperation(string line) =>
        line.StartsWith("query ", StringComparison.Ordinal)
        || line.StartsWith("mutation ", StringComparison.Ordinal)
        || line.StartsWith("subscription ", StringComparison.Ordinal);

    private static bool IsImport(string line) => line.StartsWith(Import, StringComparison.Ordinal);

    private static string Read(string path)
    {
        using var stream = typeof(Documents).Assembly.GetManifestResourceStream(path)
            ?? throw new FileNotFoundException($"No document '{path}' is embedded in the dashboard.", path);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
