using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using EduAnalytics.Domain.Access;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Access.Tokens;

/// <summary>
/// The API tokens in memory, so that no request waits for the store. What was made or revoked is asked for once a second;
/// while the store does not answer, what is known holds: nobody can revoke anything then either.
/// </summary>
internal sealed class TokenRegister(ITokenFeed feed, IOptions<AccessOptions> options, TimeProvider time, ILogger<TokenRegister> log)
    : BackgroundService
{
    private static readonly TimeSpan interval = TimeSpan.FromSeconds(1);

    /// <summary>How often whoever presents unknown tokens can make the store be asked.</summary>
    private static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>Made with the register, so that no tick is lost before the first look.</summary>
    private readonly PeriodicTimer? timer = options.Value.Tokens ? new PeriodicTimer(interval, time) : null;

    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> told = new();
    private volatile FrozenDictionary<string, KnownToken> tokens = FrozenDictionary<string, KnownToken>.Empty;
    private volatile CancellationTokenSource change = new();
    private long revision;
    private long lookedAt = long.MinValue;
    private bool isKnown;
    private bool isFailing;

    /// <summary>The machine's and not the clock's: it spares the store, and decides nothing about a right.</summary>
    private static long Now => TimeProvider.System.GetTimestamp();

    /// <summary>Cancelled when a token is made or revoked the next time.</summary>
    public CancellationToken NextChange => change.Token;

    /// <summary>The token as this gateway knows it, also where it has expired or was revoked; null where there is none.</summary>
    public KnownToken? Find(string id) => tokens.GetValueOrDefault(id);

    /// <summary>Like <see cref="Find"/>, and asks the store where the token may have been made a moment ago.</summary>
    public async ValueTask<KnownToken?> FindNewAsync(string id)
    {
        if (Find(id) is { } known)
            return known;
        await LookAsync(Now);
        return Find(id);
    }

    /// <summary>Remembers that the token has let someone in, to the hour: it shows which tokens nobody uses any more.</summary>
    public void NoteUse(AccessToken token)
    {
        var now = time.GetUtcNow();
        var hour = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour));
        if (token.LastUsedAt >= hour || (told.TryGetValue(token.Id, out var known) && known >= hour))
            return;
        used[token.Id] = hour;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (timer is null)
            return;
        do
        {
            await LookAsync(Now);
            await TellUsesAsync();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override void Dispose()
    {
        timer?.Dispose();
        base.Dispose();
    }

    /// <summary>Brings the register up to a moment: a look that began after it serves all who wait.</summary>
    private async Task LookAsync(long asked)
    {
        await looking.WaitAsync();
        try
        {
            if (lookedAt >= asked)
                return;
            if (lookedAt != long.MinValue && betweenLooks - TimeProvider.System.GetElapsedTime(lookedAt) is { Ticks: > 0 } rest)
                await Task.Delay(rest);
            var began = Now;
            Take(await feed.ChangedSinceAsync(revision));
            lookedAt = began;
            isFailing = false;
        }
        catch (Exception failure)
        {
            if (!isFailing)
                log.LogWarning(failure, "The access tokens cannot be asked for; those known go on to hold");
            isFailing = true;
        }
        finally
        {
            looking.Release();
        }
    }

    private void Take(ImmutableArray<AccessToken> changed)
    {
        if (!changed.IsEmpty)
        {
            tokens = tokens.Values.Concat(changed.Select(token => new KnownToken(token)))
                .GroupBy(known => known.Token.Id)
                .ToFrozenDictionary(known => known.Key, known => known.Last());
            revision = changed[^1].Revision;
            if (isKnown)
                Report(changed);
            var before = change;
            change = new CancellationTokenSource();
            before.Cancel();
        }
        isKnown = true;
    }

    /// <summary>What happens to rights is told, whoever did it and by whatever way.</summary>
    private void Report(ImmutableArray<AccessToken> changed)
    {
        foreach (var token in changed)
            log.LogInformation(
                "Access token {Id} ({Name}, {Role} at {Unit}) was {Happened}",
                token.Id, token.Name, token.Role, token.Unit?.Code ?? "all units", token.RevokedAt is null ? "made" : "revoked");
    }

    private async Task TellUsesAsync()
    {
        foreach (var hour in used.Values.Distinct().ToList())
        {
            var ids = used.Where(use => use.Value == hour).Select(use => use.Key).ToImmutableArray();
            try
            {
                await feed.NoteUseAsync(ids, hour);
            }
            catch (Exception failure)
            {
                log.LogDebug(failure, "The use of {Count} access tokens could not be noted; it is tried again", ids.Length);
                return;
            }
            foreach (var id in ids)
            {
                told[id] = hour;
                used.TryRemove(KeyValuePair.Create(id, hour));
            }
        }
    }
}
