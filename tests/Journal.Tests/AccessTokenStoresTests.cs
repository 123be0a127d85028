using EduAnalytics.Journal.Access;

namespace EduAnalytics.Journal.Tests;

/// <summary>What a program that only makes tokens does to a directory.</summary>
public sealed class AccessTokenStoresTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    [Fact]
    public async Task Before_the_first_start_the_store_is_made_and_the_directory_left_free()
    {
        var options = new JournalOptions { Directory = directory.Path };
        using (var tokens = AccessTokenStores.Open(options, TimeProvider.System))
        {
            Assert.Empty(await tokens.ChangedSinceAsync(0, TestContext.Current.CancellationToken));
            using var taken = JournalDirectory.Lock(directory.Path).OrThrow();
        }
    }

    [Fact]
    public async Task A_file_of_an_older_program_that_runs_is_not_upgraded_under_it()
    {
        await using var disk = new JournalOnDisk();
        await disk.ExecuteAsync("DROP TABLE access_token; DELETE FROM schema_version WHERE version > 1");

        Assert.Throws<JournalDirectoryException>(() => AccessTokenStores.Open(disk.Settings, TimeProvider.System));
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_refused()
    {
        await using var disk = new JournalOnDisk();
        await disk.ExecuteAsync("INSERT INTO schema_version VALUES (99, 0)");

        Assert.Throws<JournalSchemaException>(() => AccessTokenStores.Open(disk.Settings, TimeProvider.System));
    }

    public void Dispose() => directory.Dispose();
}
