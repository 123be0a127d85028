using System.Text.Json;

namespace EduAnalytics.Gateway.Transport.Persisted;

/// <summary>Reads a directory of known operations: <c>.graphql</c> files, and manifests that name many in one <c>.json</c>.</summary>
internal static class OperationDirectory
{
    private const string ManifestFormat = "apollo-persisted-query-manifest";

    /// <param name="faults">Gets a sentence for each file that cannot be read.</param>
    public static IReadOnlyList<KnownOperation> Read(string directory, List<string> faults)
    {
        if (!Directory.Exists(directory))
        {
            faults.Add($"Gateway:Operations:Directory is \"{directory}\", and there is no such directory.");
            return [];
        }

        var operations = new List<KnownOperation>();
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(directory, file);
            if (Path.GetExtension(file) is ".graphql" or ".gql")
                operations.Add(new KnownOperation(name, File.ReadAllText(file)));
            else if (Path.GetExtension(file) is ".json")
                ReadManifest(name, File.ReadAllText(file), operations, faults);
        }

        return operations;
    }

    private static void ReadManifest(string name, string text, List<KnownOperation> operations, List<string> faults)
    {
        try
        {
            using var manifest = JsonDocument.Parse(text);
            if (manifest.RootElement.GetProperty("format").GetString() != ManifestFormat)
                throw new KeyNotFoundException();
            foreach (var operation in manifest.RootElement.GetProperty("operations").EnumerateArray())
                operations.Add(new KnownOperation($"{name}, {operation.GetProperty("name")}", operation.GetProperty("body").GetString() ?? ""));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            faults.Add($"{name} is no manifest: expected \"format\": \"{ManifestFormat}\" and \"operations\", a list of objects with \"name\" and \"body\".");
        }
    }
}
