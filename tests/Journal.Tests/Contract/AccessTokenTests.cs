using EduAnalytics.Domain.Access;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Journal.Access;

namespace EduAnalytics.Journal.Tests;

/// <summary>Tokens made and revoked by one program while another has the journal open, in either store.</summary>
public abstract class AccessTokenTests(IStoreUnderTest kind)
{
    private static readonly DateTimeOffset noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_read_as_it_was_made()
    {
        await using var store = await kind.OpenAsync();
        using var tokens = Open(store);
        var bound = Token("bound") with { Unit = OrgUnitId.Parse("230404"), ExpiresAt = noon.AddDays(30).AddTicks(1) };

        await tokens.AddAsync(bound, Cancelled);
        await tokens.AddAsync(Token("free"), Cancelled);

        Assert.Equal([bound with { Revision = 1 }, Token("free") with { Revision = 2 }], await tokens.ChangedSinceAsync(0, Cancelled));
    }

    [Fact]
    public async Task Another_program_sees_what_changed_since_it_looked()
    {
        await using var store = await kind.OpenAsync();
        using var tokens = Open(store);
        using var gateway = Open(store);
        foreach (var id in new[] { "a", "b", "c" })
            await tokens.AddAsync(Token(id), Cancelled);
        var seen = (await gateway.ChangedSinceAsync(0, Cancelled))[^1].Revision;
        Assert.Empty(await gateway.ChangedSinceAsync(seen, Cancelled));

        await tokens.RevokeAsync("a", noon.AddHours(1), Cancelled);

        var changed = Assert.Single(await gateway.ChangedSinceAsync(seen, Cancelled));
        Assert.Equal(("a", noon.AddHours(1)), (changed.Id, changed.RevokedAt));
        Assert.True(changed.Revision > seen);
    }

    [Fact]
    public async Task Revoking_again_changes_nothing_and_an_unknown_token_is_none()
    {
        await using var store = await kind.OpenAsync();
        using var tokens = Open(store);
        await tokens.AddAsync(Token("a"), Cancelled);

        var first = await tokens.RevokeAsync("a", noon.AddHours(1), Cancelled);
        var again = await tokens.RevokeAsync("a", noon.AddHours(2), Cancelled);

        Assert.Equal(first, again);
        Assert.Null(await tokens.RevokeAsync("b", noon, Cancelled));
    }

    [Fact]
    public async Task A_use_is_noted_without_being_a_change_and_never_goes_back()
    {
        await using var store = await kind.OpenAsync();
        using var tokens = Open(store);
        await tokens.AddAsync(Token("a"), Cancelled);

        await tokens.NoteUseAsync(["a", "unknown"], noon.AddHours(3), Cancelled);
        await tokens.NoteUseAsync(["a"], noon.AddHours(2), Cancelled);

        Assert.Empty(await tokens.ChangedSinceAsync(1, Cancelled));
        Assert.Equal(noon.AddHours(3), Assert.Single(await tokens.ChangedSinceAsync(0, Cancelled)).LastUsedAt);
    }

    [Fact]
    public async Task Programs_that_make_tokens_at_once_make_a_change_each_and_the_journal_goes_on()
    {
        await using var store = await kind.OpenAsync();
        var makers = Enumerable.Range(0, 4).Select(async program =>
        {
            using var tokens = Open(store);
            for (var number = 0; number < 10; number++)
                await tokens.AddAsync(Token($"{program}-{number}"), Cancelled);
        });
        var appends = Task.Run(async () =>
        {
            for (var sequence = 1; sequence <= 50; sequence++)
                Assert.IsType<AppendOutcome.Appended>(await store.AppendAsync("230404", sequence));
        }, Cancelled);

        await Task.WhenAll([.. makers, appends]);

        using var reader = Open(store);
        Assert.Equal(Enumerable.Range(1, 40).Select(revision => (long)revision), (await reader.ChangedSinceAsync(0, Cancelled)).Select(token => token.Revision));
    }

    private static IAccessTokenStore Open(OpenStore store) => AccessTokenStores.Open(store.Settings, TimeProvider.System);

    private static AccessToken Token(string id) => new(id, "00ff", "für 南山区", "viewer", null, noon, null);
}
