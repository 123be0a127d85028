namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>A reader on whose behalf something is read for longer than its request or circuit lasts, and for all alike.</summary>
/// <param name="Key">The same for readers who signed in the same way, and for no others; empty where nobody need sign in.</param>
/// <param name="Client">Reads with that reader's right, and no longer than that right lasts.</param>
public sealed record StandingReader(string Key, IGraphQLClient Client);

/// <summary>Says who the reader of this request or circuit is. The host decides, as it does for <see cref="IGraphQLClient"/>.</summary>
public interface IStandingReaders
{
    Task<StandingReader> Current();
}

/// <summary>Where the gateway is asked in the dashboard's own name, all readers are one.</summary>
internal sealed class OneStandingReader(IGraphQLClient client) : IStandingReaders
{
    public Task<StandingReader> Current() => Task.FromResult(new StandingReader(string.Empty, client));
}
