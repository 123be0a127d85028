using System.Collections.Concurrent;
using System.Collections.Immutable;
using EduAnalytics.Domain.Access;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Access.Tokens;

namespace EduAnalytics.Gateway.Tests.SignIn;

/// <summary>The tokens of a gateway that has no silo behind it.</summary>
internal sealed class KnownTokens(TimeProvider time) : ITokenFeed
{
    private readonly ConcurrentDictionary<string, AccessToken> _tokens = new();
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _revision;

    /// <summary>What was told of their use, in order.</summary>
    public ConcurrentQueue<(string Id, DateTimeOffset At)> Uses { get; } = new();

    /// <summary>Completes when a use was told.</summary>
    public Task Told => _told.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>How often the gateway has asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Set while the store does not answer.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Makes a token and returns its text.</summary>
    public string Make(Role role = Role.Viewer, string? unit = null, TimeSpan? holdsFor = null, string name = "")
    {
        var now = time.GetUtcNow();
        var (token, text) = TokenSecret.Make(name, role, unit is null ? null : OrgUnitId.Parse(unit), now, now + holdsFor);
        _tokens[token.Id] = token with { Revision = Interlocked.Increment(ref _revision) };
        return text;
    }

    public void Revoke(string text)
    {
        var id = IdOf(text);
        _tokens[id] = _tokens[id] with { RevokedAt = time.GetUtcNow(), Revision = Interlocked.Increment(ref _revision) };
    }

    public static string IdOf(string text) => TokenSecret.TryReadId(text, out var id) ? id : throw new ArgumentException("No token.", nameof(text));

    public Task<ImmutableArray<AccessToken>> ChangedSinceAsync(long revision)
    {
        Asked++;
        return Fault is { } fault
            ? throw fault
            : Task.FromResult(_tokens.Values.Where(token => token.Revision > revision).OrderBy(token => token.Revision).ToImmutableArray());
    }

    public Task NoteUseAsync(ImmutableArray<string> ids, DateTimeOffset at)
    {
        foreach (var id in ids)
            Uses.Enqueue((id, at));
        _told.TrySetResult();
        return Task.CompletedTask;
    }
}
