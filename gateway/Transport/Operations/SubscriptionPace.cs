using GraphQL.Execution;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>
/// Lets the source of a subscription go one event ahead at most: it is asked for the next only when the last was sent.
/// The engine's event streams are pushed and would queue without bound behind a slow socket; the sources conflate,
/// so whoever is asked late answers with the newest value.
/// </summary>
internal sealed class SubscriptionPace : IDisposable
{
    private const string Key = "subscription-pace";
    private readonly SemaphoreSlim _wanted = new(1, 1);

    public static SubscriptionPace Of(IProvideUserContext context) => (SubscriptionPace)context.UserContext[Key]!;

    public Dictionary<string, object?> AsUserContext() => new() { [Key] = this };

    public Task UntilWantedAsync(CancellationToken cancelled) => _wanted.WaitAsync(cancelled);

    public void Sent() => _wanted.Release();

    public void Dispose() => _wanted.Dispose();
}
