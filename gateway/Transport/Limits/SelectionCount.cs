using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.Limits;

/// <summary>
/// How many fields a document's operations come to and how often they visit fragments, a fragment counted wherever it is
/// spread. Each fragment is counted once and the count reused: a document of twenty lines can mean millions of visits.
/// </summary>
internal sealed class SelectionCount
{
    /// <summary>Beyond any bound; keeps sums of doubled sums in range.</summary>
    private const long Plenty = 1_000_000_000_000;

    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Counted> _counted = new(StringComparer.Ordinal);

    private SelectionCount(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
    }

    /// <summary>The largest operation's counts. A cycle of fragments, which validation refuses, counts as nothing here.</summary>
    public static Counted Of(GraphQLDocument document)
    {
        var count = new SelectionCount(document);
        var most = document.Definitions.OfType<GraphQLOperationDefinition>()
            .Select(operation => count.In(operation.SelectionSet))
            .Aggregate(new Counted(0, 0), Counted.Most);
        // Fragments that no operation uses are validated too.
        return count._fragments.Keys.Select(count.InFragment).Aggregate(most, Counted.Most);
    }

    private Counted In(GraphQLSelectionSet? set)
    {
        var sum = new Counted(0, 0);
        foreach (var selection in set?.Selections ?? [])
        {
            sum += selection switch
            {
                GraphQLField field => new Counted(1, 0) + In(field.SelectionSet),
                GraphQLInlineFragment inline => In(inline.SelectionSet),
                GraphQLFragmentSpread spread => new Counted(0, 1) + InFragment(spread.FragmentName.Name.StringValue),
                _ => new Counted(0, 0),
            };
        }

        return sum;
    }

    private Counted InFragment(string name)
    {
        if (_counted.TryGetValue(name, out var known) || !_fragments.TryGetValue(name, out var fragment))
            return known;
        // Stands until the real count is known, which ends a cycle.
        _counted[name] = new Counted(0, 0);
        return _counted[name] = In(fragment.SelectionSet);
    }

    public readonly record struct Counted(long Fields, long FragmentVisits)
    {
        public static Counted operator +(Counted left, Counted right) => new(
            Math.Min(Plenty, left.Fields + right.Fields), Math.Min(Plenty, left.FragmentVisits + right.FragmentVisits));

        public static Counted Most(Counted left, Counted right) => new(
            Math.Max(left.Fields, right.Fields), Math.Max(left.FragmentVisits, right.FragmentVisits));
    }
}
