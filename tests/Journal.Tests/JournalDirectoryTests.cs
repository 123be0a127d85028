using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace EduAnalytics.Journal.Tests;

public sealed class JournalDirectoryTests
{
    [Fact]
    public void A_directory_that_is_absent_is_created()
    {
        using var temporary = new TemporaryDirectory();
        var path = Path.Combine(temporary.Path, "a", "b");

        var taken = Assert.IsType<JournalDirectoryOutcome.Taken>(JournalDirectory.Lock(path));

        using (taken.Directory)
        {
            Assert.True(taken.Created);
            Assert.Equal(path, taken.Directory.Path);
            Assert.True(Directory.Exists(path));
        }
    }

    [Fact]
    public void A_directory_is_one_instances_until_that_lets_go()
    {
        using var temporary = new TemporaryDirectory();
        using (JournalDirectory.Lock(temporary.Path).OrThrow())
        {
            var inUse = Assert.IsType<JournalDirectoryOutcome.InUse>(JournalDirectory.Lock(temporary.Path));
            Assert.Contains("another running instance", inUse.Sentence, StringComparison.Ordinal);
            Assert.Equal(inUse.Sentence, Assert.Throws<JournalDirectoryException>(() => inUse.OrThrow()).Message);
        }

        using var again = JournalDirectory.Lock(temporary.Path).OrThrow();
        Assert.Equal(temporary.Path, again.Path);
    }

    [Fact]
    public void A_lock_file_left_behind_locks_nobody_out()
    {
        using var temporary = new TemporaryDirectory();
        File.WriteAllText(Path.Combine(temporary.Path, "journal.lock"), "");

        using var taken = JournalDirectory.Lock(temporary.Path).OrThrow();

        Assert.Equal(temporary.Path, taken.Path);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void A_directory_without_the_right_to_write_is_reported()
    {
        const UnixFileMode read = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        using var temporary = new TemporaryDirectory();
        File.SetUnixFileMode(temporary.Path, read);

        var outcome = AsOrdinaryUser(() => JournalDirectory.Lock(temporary.Path));

        File.SetUnixFileMode(temporary.Path, read | UnixFileMode.UserWrite);
        var refusal = Assert.IsType<JournalDirectoryOutcome.NotWritable>(outcome);
        Assert.Contains(temporary.Path, refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("cannot be written", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_directorys_place_is_reported()
    {
        using var temporary = new TemporaryDirectory();
        var path = Path.Combine(temporary.Path, "data");
        File.WriteAllText(path, "");

        Assert.IsType<JournalDirectoryOutcome.NotWritable>(JournalDirectory.Lock(path));
    }

    /// <summary>Root may write everywhere, so root's thread takes nobody's file rights for the moment.</summary>
    [SupportedOSPlatform("linux")]
    private static T AsOrdinaryUser<T>(Func<T> action)
    {
        const uint nobody = 65534;
        var before = SetFileSystemUser(nobody);
        try
        {
            return action();
        }
        finally
        {
            _ = SetFileSystemUser((uint)before);
        }
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileSystemUser(uint user);
}
