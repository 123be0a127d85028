namespace EduAnalytics.Journal;

/// <summary>
/// A directory that this process alone may keep a journal in, until it is disposed. The operating system releases it
/// with the process, however that ends, so a lock file left behind by a kill locks nobody out.
/// </summary>
public sealed class JournalDirectory : IDisposable
{
    private const string LockFileName = "journal.lock";

    private readonly FileStream _lock;

    private JournalDirectory(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Takes the directory, creating it when it is absent.</summary>
    public static JournalDirectoryOutcome Lock(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var created = !Directory.Exists(full);
        try
        {
            Directory.CreateDirectory(full);
            var held = new FileStream(
                System.IO.Path.Combine(full, LockFileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new JournalDirectoryOutcome.Taken(new JournalDirectory(full, held), created);
        }
        catch (IOException refusal) when (IsSharingViolation(refusal))
        {
            return new JournalDirectoryOutcome.InUse(full);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new JournalDirectoryOutcome.NotWritable(full, refusal.Message);
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>
    /// The runtime has no type for "someone else has it open": it reports ERROR_SHARING_VIOLATION on Windows and the
    /// errno of flock, EWOULDBLOCK, elsewhere (11 on Linux, 35 on macOS).
    /// </summary>
    private static bool IsSharingViolation(IOException refusal) =>
        OperatingSystem.IsWindows() ? (refusal.HResult & 0xFFFF) == 32
        : OperatingSystem.IsMacOS() ? refusal.HResult == 35
        : refusal.HResult == 11;
}
