namespace EduAnalytics.Dashboard.GraphQL;

/// <summary>The gateways that a dashboard may ask, all alike: one of them, until it cannot be reached, and then the next.</summary>
/// <param name="addresses">One or more, without a path.</param>
public sealed class GatewayList(IReadOnlyList<Uri> addresses)
{
    private int current;

    /// <summary>How many there are.</summary>
    public int Count => addresses.Count;

    /// <summary>The one to ask now.</summary>
    public Uri Current => addresses[Volatile.Read(ref current)];

    /// <summary>Asks the next from now on, unless another question has turned from that one before.</summary>
    public void TurnFrom(Uri lost)
    {
        var index = Volatile.Read(ref current);
        if (addresses[index] == lost)
            Interlocked.CompareExchange(ref current, (index + 1) % addresses.Count, index);
    }
}
