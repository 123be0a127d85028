namespace EduAnalytics.Gateway.Transport.Costs;

/// <summary>What one field takes for each object it is asked of.</summary>
internal readonly record struct FieldCost
{
    /// <summary>A field that is read off its object.</summary>
    public static FieldCost None => default;

    /// <summary>Calls to grains for each object; for a batched field see <see cref="Batch"/>.</summary>
    public long GrainCalls { get; init; }

    /// <summary>Values worked out for each object.</summary>
    public long Cells { get; init; }

    /// <summary>Elements of the list that it gives; null for a single object, or for what <see cref="Sizes"/> above says.</summary>
    public long? Elements { get; init; }

    /// <summary>Set where the objects of a level are asked together.</summary>
    public BatchCost? Batch { get; init; }

    /// <summary>
    /// What is known of the objects that it gives, for the costs of the fields below; null leaves what was known of the
    /// objects it is asked of. <see cref="Unknown"/> says that nothing is.
    /// </summary>
    public object? About { get; init; }

    public static object Unknown { get; } = new();

    /// <summary>How many elements lists further down have, by their fields' names: a page knows how many nodes it has.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Sizes { get => field ?? []; init; }
}

/// <summary>Objects whose fields are fetched in one go, a call to each grain that answers for any of them.</summary>
/// <param name="Name">Fields with the same name, of the same objects, are fetched together.</param>
/// <param name="MostCalls">So many grains can answer at all, however many objects there are.</param>
/// <param name="CallsEach">How many grains answer for one object.</param>
internal sealed record BatchCost(string Name, long MostCalls, long CallsEach = 1);
