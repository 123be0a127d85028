using Microsoft.AspNetCore.Components.Forms;

namespace EduAnalytics.Dashboard.Import;

/// <summary>The file that the reader chose, on this machine's disk until the page is left or another is chosen.</summary>
internal sealed class HeldFile : IAsyncDisposable
{
    /// <summary>What comes over a page comes slowly; larger files are for the command line.</summary>
    public const long MostBytes = 100L * 1024 * 1024;

    private HeldFile(string name, FileStream content) => (Name, Content) = (name, content);

    public string Name { get; }

    public FileStream Content { get; }

    /// <exception cref="IOException">The file is larger than <see cref="MostBytes"/>, or the connection broke.</exception>
    public static async Task<HeldFile> Take(IBrowserFile chosen, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"edu-import-{Guid.NewGuid():n}");
        var content = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using var sent = chosen.OpenReadStream(MostBytes, cancellationToken);
            await sent.CopyToAsync(content, cancellationToken);
            return new HeldFile(chosen.Name, content);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
