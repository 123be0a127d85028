namespace EduAnalytics.Gateway.Transport.Costs;

/// <summary>
/// What an operation would take at most, reckoned from its document, its arguments and the sizes of the lists it asks for,
/// before anything is done. For a subscription: what one event takes.
/// </summary>
/// <param name="GrainCalls">Calls to grains.</param>
/// <param name="Cells">Values of one indicator of one unit in one period that are worked out.</param>
/// <param name="Objects">Objects in the answer.</param>
internal sealed record OperationCost(long GrainCalls, long Cells, long Objects)
{
    private const string Key = "operation-cost";

    public static OperationCost? Of(IDictionary<string, object?> userContext) =>
        userContext.TryGetValue(Key, out var cost) ? (OperationCost?)cost : null;

    /// <summary>Lets whoever ran the operation find it.</summary>
    public void NoteIn(IDictionary<string, object?> userContext) => userContext[Key] = this;

    /// <summary>As <c>extensions.cost</c> of an answer.</summary>
    /// <param name="limit">The bounds, in the same words.</param>
    public Dictionary<string, object?> AsExtension(IReadOnlyDictionary<string, object?> limit) => new(limit.Count + 1)
    {
        ["grainCalls"] = GrainCalls,
        ["cells"] = Cells,
        ["objects"] = Objects,
        ["limit"] = limit,
    };

    /// <summary>The bounds that the options set.</summary>
    public static IReadOnlyDictionary<string, object?> LimitOf(GatewayOptions options) => new Dictionary<string, object?>
    {
        ["grainCalls"] = options.MaxGrainCalls,
        ["cells"] = options.MaxCells,
        ["objects"] = options.MaxObjects,
    };
}
