namespace EduAnalytics.Grains.Past;

/// <summary>
/// A silo's account of what it holds of the past. Each instant asked for is a copy of a unit's figures, and instants can be
/// asked for without end: beyond the limit, what was longest not asked for is forgotten, and read again when it is.
/// </summary>
/// <param name="most">Cells and students that may be held.</param>
internal sealed class PastMemory(long most)
{
    /// <summary>What a cell takes, as <c>./edu bench past</c> measures it; a student takes no more.</summary>
    private const int BytesEach = 500;

    /// <summary>Of the memory that this process may use, the part that may be the past's.</summary>
    private const int OnePartOf = 8;

    public static PastMemory OfThisProcess() => new(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / OnePartOf / BytesEach);

    private readonly Lock gate = new();
    private readonly Dictionary<object, Holding> holdings = [];
    private long uses;
    private long size;

    /// <summary>Says that a past was asked for. The one asked for last is never forgotten, whatever its size.</summary>
    public void Use<T>(HeldPast<T> past, int newSize)
    {
        lock (gate)
        {
            Remove(past);
            holdings.Add(past, new Holding(newSize, ++uses, past.Forget));
            size += newSize;
            while (size > most && holdings.Count > 1)
            {
                var oldest = holdings.MinBy(holding => holding.Value.LastUse);
                oldest.Value.Forget();
                Remove(oldest.Key);
            }
        }
    }

    public void Release<T>(HeldPast<T> past)
    {
        lock (gate)
            Remove(past);
    }

    private void Remove(object past)
    {
        if (holdings.Remove(past, out var holding))
            size -= holding.Size;
    }

    private readonly record struct Holding(int Size, long LastUse, Action Forget);
}
