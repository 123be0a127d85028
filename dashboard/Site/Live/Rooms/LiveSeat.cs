namespace EduAnalytics.Dashboard.Live.Rooms;

/// <summary>
/// One viewer's place: it is shown the newest scene, and one that is slow skips those between. To be disposed when the viewer
/// leaves.
/// </summary>
public sealed class LiveSeat : IDisposable
{
    private readonly Func<LiveScene, Task> draw;
    private LiveScene? waiting;
    private int isDrawing;
    private Action? leave;

    internal LiveSeat(Func<LiveScene, Task> draw) => this.draw = draw;

    /// <summary>Leaves the room; nothing is drawn that is not begun.</summary>
    public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();

    internal void SitDown(Action whenLeaving) => leave = whenLeaving;

    internal void Show(LiveScene scene)
    {
        Volatile.Write(ref waiting, scene);
        if (Interlocked.Exchange(ref isDrawing, 1) == 0)
            _ = DrawAll();
    }

    private async Task DrawAll()
    {
        do
        {
            try
            {
                while (Interlocked.Exchange(ref waiting, null) is { } scene)
                    await draw(scene);
            }
            catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException or OperationCanceledException)
            {
                // The circuit is going away, and with it the viewer.
            }

            Volatile.Write(ref isDrawing, 0);
        }
        while (Volatile.Read(ref waiting) is not null && Interlocked.Exchange(ref isDrawing, 1) == 0);
    }
}
