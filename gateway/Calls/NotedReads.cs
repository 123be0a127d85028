namespace EduAnalytics.Gateway.Calls;

/// <summary>What an operation read, as far as it decides for how long its answer may be given again. Several fields may read at once.</summary>
internal sealed class NotedReads
{
    private static readonly AsyncLocal<NotedReads?> current = new();
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    /// <summary>Of the operation under way; null where nothing is noted.</summary>
    public static NotedReads? Current => current.Value;

    /// <summary>Whether something was read that is one reader's own, and not for another one of the same rights.</summary>
    public bool ArePersonal { get; private set; }

    /// <summary>Whether a unit did not answer in time, so that the same question may have another answer the next moment, without any change.</summary>
    public bool ArePassing { get; private set; }

    /// <summary>The keys of the grains that were asked.</summary>
    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (keys)
                return [.. keys];
        }
    }

    /// <summary>From here on all calls are noted, to the end of the asynchronous method that calls this.</summary>
    public static NotedReads Begin() => current.Value = new NotedReads();

    public void BecomePersonal() => ArePersonal = true;

    public void BecomePassing() => ArePassing = true;

    public void Add(string key)
    {
        lock (keys)
            keys.Add(key);
    }
}
