namespace EduAnalytics.Gateway.Transport.Rates;

/// <summary>The messages of one socket: so many a second, and twice as many after a pause.</summary>
/// <remarks>Used by the socket's reading side only, so it needs no lock and no timer.</remarks>
internal sealed class MessageRate(TimeProvider time, int perSecond)
{
    private double _left = 2.0 * perSecond;
    private long _counted = time.GetTimestamp();

    /// <summary>Counts one; false where it is too much.</summary>
    public bool TryCount()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(2.0 * perSecond, _left + (time.GetElapsedTime(_counted, now).TotalSeconds * perSecond));
        _counted = now;
        if (_left < 1)
            return false;
        _left--;
        return true;
    }
}
