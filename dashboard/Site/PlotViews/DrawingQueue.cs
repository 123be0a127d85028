using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>
/// The pictures of one reader's page, one after the other in the order in which they stand: all at once they would take every
/// core from the numbers that the reader waits for first.
/// </summary>
public sealed class DrawingQueue(Drawing drawing)
{
    private Task _last = Task.CompletedTask;

    /// <param name="spec">What to draw.</param>
    /// <param name="isWanted">Asked when its turn comes: the reader may have gone on meanwhile.</param>
    /// <returns>The picture; null where it is no longer wanted.</returns>
    public Task<RenderedPlot?> Draw(PlotSpec spec, Func<bool> isWanted)
    {
        var before = _last;
        var drawn = Task.Run(async () =>
        {
            await before;
            return isWanted() ? drawing.Draw(spec) : null;
        });

        // A picture that fails tells whoever wanted it, and not the next one.
        _last = drawn.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return drawn;
    }
}
