namespace EduAnalytics.Grains.Past;

/// <summary>
/// What was read of an instant, kept where it can no longer change. A submission is stamped before it is on disk, so just
/// after an instant some that belong to it may still be on their way: what is read then serves those who wait for it, and
/// whoever asks later reads again. Used on its grain's scheduler; only <see cref="Forget"/> may come from elsewhere.
/// </summary>
/// <param name="read">Reads it.</param>
/// <param name="onUnsettled">Told each time somebody gets what may not be final: no answer made of it may be kept.</param>
internal sealed class HeldPast<T>(DateTimeOffset instant, Func<Task<T>> read, Action onUnsettled, TimeProvider time)
{
    /// <summary>Longer than a sender waits for its answer, and so than a submission that is told accepted can be on its way.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    private volatile Reading? held;

    public Task<T> Get()
    {
        // Settled or not is taken before the reading: what was on its way when it began is not in it.
        var settled = time.GetUtcNow() - instant >= Settling;
        if (held is not { } reading || !reading.Serves(settled))
            held = reading = new Reading(settled, read());
        if (!reading.Settled)
            onUnsettled();
        return reading.Task;
    }

    /// <summary>Whoever asks next reads again.</summary>
    public void Forget() => held = null;

    private sealed record Reading(bool Settled, Task<T> Task)
    {
        /// <param name="settled">Whether the instant has settled by now.</param>
        public bool Serves(bool settled) => Task.IsCompleted ? Settled && Task.IsCompletedSuccessfully : Settled || !settled;
    }
}
