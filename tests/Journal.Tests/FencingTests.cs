namespace EduAnalytics.Journal.Tests;

public sealed class FencingTests
{
    [Fact]
    public async Task Of_two_activations_that_write_the_same_sequence_exactly_one_wins()
    {
        await using var disk = new JournalOnDisk();
        for (var sequence = 1; sequence <= 100; sequence++)
        {
            var outcomes = await Task.WhenAll(
                Task.Run(() => disk.AppendAsync("u", sequence, $"one-{sequence}").AsTask()),
                Task.Run(() => disk.AppendAsync("u", sequence, $"two-{sequence}").AsTask()));

            Assert.Single(outcomes.OfType<AppendOutcome.Appended>());
            Assert.Equal(sequence, Assert.Single(outcomes.OfType<AppendOutcome.Fenced>()).Head);
        }
        Assert.Equal(100, (await disk.ReplayAsync("u")).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task An_entry_that_is_not_the_next_is_told_the_head(long sequence)
    {
        await using var disk = new JournalOnDisk();
        await disk.AppendAsync("u", 1);
        await disk.AppendAsync("u", 2);

        Assert.Equal(new AppendOutcome.Fenced(Head: 2), await disk.AppendAsync("u", sequence, "new"));
    }

    [Fact]
    public async Task The_first_entry_of_an_org_unit_is_number_one()
    {
        await using var disk = new JournalOnDisk();
        await disk.AppendAsync("other", 1);

        Assert.Equal(new AppendOutcome.Fenced(Head: 0), await disk.AppendAsync("u", 2));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await disk.AppendAsync("u", 0));
    }
}
