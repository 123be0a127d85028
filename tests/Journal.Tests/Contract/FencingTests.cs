namespace EduAnalytics.Journal.Tests;

public abstract class FencingTests(IStoreUnderTest kind)
{
    [Fact]
    public async Task Of_two_activations_that_write_the_same_sequence_exactly_one_wins()
    {
        await using var store = await kind.OpenAsync();
        for (var sequence = 1; sequence <= 100; sequence++)
        {
            var outcomes = await Task.WhenAll(
                Task.Run(() => store.AppendAsync("u", sequence, $"one-{sequence}").AsTask()),
                Task.Run(() => store.AppendAsync("u", sequence, $"two-{sequence}").AsTask()));

            Assert.Single(outcomes.OfType<AppendOutcome.Appended>());
            Assert.Equal(sequence, Assert.Single(outcomes.OfType<AppendOutcome.Fenced>()).Head);
        }
        Assert.Equal(100, (await store.ReplayAsync("u")).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task An_entry_that_is_not_the_next_is_told_the_head(long sequence)
    {
        await using var store = await kind.OpenAsync();
        await store.AppendAsync("u", 1);
        await store.AppendAsync("u", 2);

        Assert.Equal(new AppendOutcome.Fenced(Head: 2), await store.AppendAsync("u", sequence, "new"));
    }

    [Fact]
    public async Task The_first_entry_of_an_org_unit_is_number_one()
    {
        await using var store = await kind.OpenAsync();
        await store.AppendAsync("other", 1);

        Assert.Equal(new AppendOutcome.Fenced(Head: 0), await store.AppendAsync("u", 2));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await store.AppendAsync("u", 0));
    }
}
