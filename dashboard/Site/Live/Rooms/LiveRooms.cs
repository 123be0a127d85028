using System.Collections.Concurrent;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Live.Rooms;

/// <summary>
/// The live rooms of this process: one for each unit and reader's right, so that two hundred viewers cost the gateway one
/// subscription. Readers who signed in differently never share, since what they may see can differ.
/// </summary>
public sealed class LiveRooms(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Reader, string Unit), LiveRoom> rooms = new();

    /// <summary>How many units and rights are being followed.</summary>
    public int Count => rooms.Count;

    /// <summary>Takes a seat; the first of a room opens it.</summary>
    /// <param name="draw">Shows a scene to the viewer; the next is shown when it has.</param>
    public LiveSeat Enter(StandingReader reader, string unit, Func<LiveScene, Task> draw)
    {
        var key = (reader.Key, unit);
        var seat = new LiveSeat(draw);
        while (true)
        {
            var room = rooms.GetOrAdd(key, _ => new LiveRoom(unit, reader.Client, time));
            seat.SitDown(() => Leave(key, room, seat));
            if (room.TryEnter(seat))
                return seat;
            // It has just closed: whoever closed it takes it out of the list, and so may we.
            rooms.TryRemove(KeyValuePair.Create(key, room));
        }
    }

    private void Leave((string Reader, string Unit) key, LiveRoom room, LiveSeat seat)
    {
        if (room.Leave(seat))
            rooms.TryRemove(KeyValuePair.Create(key, room));
    }
}
