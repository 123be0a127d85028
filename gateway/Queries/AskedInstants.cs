namespace EduAnalytics.Gateway.Queries;

/// <summary>
/// The instants as of which one request reads. Each may have the journal of a whole city read through, which the reckoned
/// cost, in calls and cells, does not show; a comparison of then and now needs two.
/// </summary>
internal sealed class AskedInstants
{
    public const int Most = 8;

    private readonly HashSet<DateTimeOffset> instants = [];

    /// <exception cref="QueryRefusedException">There are more than a request may name.</exception>
    public DateTimeOffset? Note(DateTimeOffset? instant)
    {
        if (instant is not { } asked)
            return null;
        lock (instants)
        {
            if (instants.Add(asked) && instants.Count > Most)
                throw new QueryRefusedException(QueryErrorCodes.BadArgument, $"A request may name {Most} instants in asOf; this is one more. Ask for it by itself.", "asOf");
        }

        return asked;
    }
}
