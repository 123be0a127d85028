using System.Collections.Concurrent;
using System.Security.Cryptography;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.Limits;
using EduAnalytics.Gateway.Transport.Rates;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.ServerSentEvents;

/// <summary>
/// The event streams that are reserved or open here. They live in this process: where several gateways stand behind one
/// address, a client's requests must all reach the same.
/// </summary>
internal sealed class SharedStreams(CallerRates rates, TimeProvider time, IOptions<GatewayOptions> options)
{
    private const int TokenBytes = 32;
    private readonly ConcurrentDictionary<string, SharedStream> _streams = new(StringComparer.Ordinal);

    /// <summary>Reserves a stream, for as long as its client may take to open it.</summary>
    public (SharedStream? Stream, HttpProblem? Problem) Reserve(CallerKey caller)
    {
        var most = options.Value.MaxSharedStreams;
        if (_streams.Count >= most)
            return (null, HttpProblem.TooManyStreams(new LimitReached(nameof(GatewayOptions.MaxSharedStreams), most, most + 1L)));
        // To a browser it is what a socket is, and it is counted with them.
        var place = rates.OpenSocket(caller);
        if (!place.IsAcquired)
        {
            place.Dispose();
            most = options.Value.Rates.MaxSockets;
            return (null, HttpProblem.TooManyStreams(new LimitReached("Rates:MaxSockets", most, most + 1L)));
        }

        var stream = new SharedStream(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)), caller.Text, place);
        _streams[stream.Token] = stream;
        _ = ExpireAsync(stream);
        return (stream, null);
    }

    public SharedStream? Find(string token, CallerKey caller) =>
        _streams.TryGetValue(token, out var stream) && stream.Owner == caller.Text ? stream : null;

    public void End(SharedStream stream)
    {
        if (_streams.TryRemove(stream.Token, out _))
            stream.Dispose();
    }

    private async Task ExpireAsync(SharedStream stream)
    {
        await Task.Delay(TimeSpan.FromSeconds(options.Value.StreamReservationSeconds), time, stream.Ended)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stream.IsOpen)
            End(stream);
    }
}
