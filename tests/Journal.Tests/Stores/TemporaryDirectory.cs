namespace EduAnalytics.Journal.Tests;

/// <summary>An empty directory that is deleted with what is in it.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("edu-journal-").FullName;

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
