namespace EduAnalytics.Grains.Past;

/// <summary>
/// What was read of an instant, kept where it can no longer change. A submission is stamped before it is on disk, so just
/// after an instant some that belong to it may still be on their way: what is read then serves those who wait for it, and
/// whoever asks later reads again. Used on its grain's scheduler; only <see cref="Forget"/> may come from elsewhere.
/// </summary>
internal sealed class HeldPast<T>(DateTimeOffset instant, Func<Task<T>> read, TimeProvider time)
{
    /// <summary>Longer than a sender waits for its answer, and so than a submission that is told accepted can be on its way.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    private volatile Reading? held;

    /// <summary>Whether what was read last can no longer change.</summary>
    public bool IsFinal => held is { Settled: true };

    public Task<T> Get()
    {
        if (held is { Serves: true } known)
            return known.Task;

        // Settled or not is taken before the reading: what was on its way when it began is not in it.
        var started = new Reading(time.GetUtcNow() - instant >= Settling, read());
        held = started;
        return started.Task;
    }

    /// <summary>Whoever asks next reads again.</summary>
    public void Forget() => held = null;

    private sealed record Reading(bool Settled, Task<T> Task)
    {
        public bool Serves => !Task.IsCompleted || (Settled && Task.IsCompletedSuccessfully);
    }
}
