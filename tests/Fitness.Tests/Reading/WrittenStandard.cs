using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Fitness.Tests.Reading;

/// <summary>The shipped catalogue copied to a directory of its own, where a test spoils one of the standard's files.</summary>
internal sealed class WrittenStandard : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("edu-fitness-").FullName;

    public WrittenStandard()
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "catalogue");
        Directory.CreateDirectory(Path.Combine(directory, "fitness"));
        foreach (var file in Directory.EnumerateFiles(shipped, "*.yaml", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(directory, Path.GetRelativePath(shipped, file)));
    }

    /// <summary>Replaces a passage that stands in the file exactly once.</summary>
    /// <returns>The passage's line.</returns>
    public int Replace(string file, string passage, string replacement)
    {
        var path = PathOf(file);
        var parts = File.ReadAllText(path).Split(passage);
        Assert.Equal(2, parts.Length);
        File.WriteAllText(path, string.Join(replacement, parts));
        return parts[0].Count(letter => letter == '\n') + 1;
    }

    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    public void Delete(string file) => File.Delete(PathOf(file));

    public void DeleteAll() => Directory.Delete(Path.Combine(directory, "fitness"), recursive: true);

    public CatalogueReading Read() => CatalogueReader.Read(directory);

    public IReadOnlyList<CatalogueError> Errors() => Assert.IsType<CatalogueReading.Faulty>(Read()).Errors;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private string PathOf(string file) => Path.Combine(directory, "fitness", file);
}
