namespace EduAnalytics.Journal.Tests;

public abstract class SubmissionTests(IStoreUnderTest kind)
{
    [Fact]
    public async Task A_repeated_submission_is_answered_with_its_receipt_and_not_written_again()
    {
        await using var store = await kind.OpenAsync();
        var entry = OpenStore.Entry("u", 1, "s");
        await store.Journal.AppendAsync(entry, TestContext.Current.CancellationToken);

        var outcome = await store.AppendAsync("u", 2, "s");

        var receipt = Assert.IsType<AppendOutcome.Duplicate>(outcome).Receipt;
        Assert.Equal(new SubmissionReceipt("s", entry.ContentHash, 1, entry.AcceptedAt), receipt);
        Assert.Single(await store.ReplayAsync("u"));
    }

    [Fact]
    public async Task A_sender_who_repeats_an_append_hears_that_it_is_done_and_not_that_it_was_fenced()
    {
        await using var store = await kind.OpenAsync();
        await store.AppendAsync("u", 1, "s");

        Assert.IsType<AppendOutcome.Duplicate>(await store.AppendAsync("u", 1, "s"));
    }

    [Fact]
    public async Task Two_org_units_may_use_the_same_submission_id()
    {
        await using var store = await kind.OpenAsync();
        await store.AppendAsync("u", 1, "s");

        Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync("v", 1, "s"));
    }

    [Fact]
    public async Task A_submission_is_found_by_its_id_after_reopening()
    {
        await using var store = await kind.OpenAsync();
        var entry = OpenStore.Entry("u", 1, "s");
        await store.Journal.AppendAsync(entry, TestContext.Current.CancellationToken);
        await store.ReopenAsync();

        var found = await store.Journal.FindSubmissionAsync("u", "s", TestContext.Current.CancellationToken);

        Assert.Equal(new SubmissionReceipt("s", entry.ContentHash, 1, entry.AcceptedAt), found);
        Assert.Null(await store.Journal.FindSubmissionAsync("u", "t", TestContext.Current.CancellationToken));
        Assert.Null(await store.Journal.FindSubmissionAsync("v", "s", TestContext.Current.CancellationToken));
    }
}
