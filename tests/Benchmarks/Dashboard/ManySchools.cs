using System.Text.Json.Nodes;

namespace EduAnalytics.Benchmarks.Dashboard;

/// <summary>The samples with six times the schools, each of a third of the size.</summary>
internal static class ManySchools
{
    private static readonly (string Field, int Times)[] schools =
        [("primarySchools", 6), ("juniorSchools", 6), ("nineYearSchools", 4), ("kindergartens", 5)];

    public static void Write(string directory)
    {
        Directory.CreateDirectory(directory);
        var shipped = Path.Combine(AppContext.BaseDirectory, "samples");
        foreach (var file in Directory.EnumerateFiles(shipped))
            File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(shipped, "generator.json")))!.AsObject();
        foreach (var district in settings["districts"]!.AsArray())
        {
            foreach (var (field, times) in schools)
                district![field] = district[field]!.GetValue<int>() * times;
            district!["size"] = district["size"]!.GetValue<double>() / 3;
        }

        File.WriteAllText(Path.Combine(directory, "generator.json"), settings.ToJsonString());
    }
}
