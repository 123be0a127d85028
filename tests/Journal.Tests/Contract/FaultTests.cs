namespace EduAnalytics.Journal.Tests;

/// <summary>A store that refuses: the sender is told, readers go on, nothing acknowledged is lost, and it heals by itself.</summary>
public abstract class FaultTests(IStoreUnderTest kind)
{
    [Fact]
    public async Task All_who_shared_the_failed_commit_are_told_and_may_send_again()
    {
        var settings = "";
        await using var store = await kind.OpenAsync(() => settings);
        await store.AppendAsync("u0", 1);
        await store.ReopenAsync();
        settings = kind.ReadOnly;
        using var failures = new MeasurementsOf<long>("edu.journal.append.failures");
        var appends = Enumerable.Range(1, 50).Select(unit => store.AppendAsync($"u{unit}", 1).AsTask()).ToArray();

        foreach (var append in appends)
        {
            var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(() => append);
            Assert.Equal(JournalFault.ReadOnly, refusal.Fault);
            Assert.True(refusal.Retryable);
        }

        Assert.Equal(50, failures.Values.Sum());
        Assert.All(failures.Tags, tags => Assert.Equal("error.type=ReadOnly", tags));
        Assert.Single(await store.ReplayAsync("u0"));
        Assert.Empty(await store.ReplayAsync("u1"));

        settings = "";
        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync("u1", 1));
        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync("u0", 2));
    }

    [Fact]
    public async Task A_name_that_a_database_cannot_keep_is_refused_before_it_could_fail_its_neighbours()
    {
        await using var store = await kind.OpenAsync();
        foreach (var name in new[] { "a\0b", "half \ud840" })
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await store.AppendAsync("u", 1, name));

            Assert.Null(await store.Journal.FindSubmissionAsync("u", name, TestContext.Current.CancellationToken));
        }
    }
}
