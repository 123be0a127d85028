namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>Which kinds of operation a transport can carry.</summary>
internal enum OperationKinds
{
    /// <summary>HTTP GET: links, prefetching and crawlers must not be able to change anything.</summary>
    QueriesOnly,

    /// <summary>HTTP POST with one JSON answer.</summary>
    QueriesAndMutations,

    /// <summary>Event streams and sockets.</summary>
    All,

    /// <summary>An event stream opened by GET: everything that only reads.</summary>
    QueriesAndSubscriptions,
}
