using GraphQL.Validation;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.Limits;

/// <summary>
/// How many fields a document comes to and how often it visits fragments, a fragment counted wherever it is spread. Each
/// fragment is counted once and the count reused: a document of forty lines can mean a million million visits.
/// </summary>
internal sealed class SelectionCount
{
    /// <summary>Beyond any bound; keeps sums of doubled sums in range.</summary>
    private const long Plenty = 1_000_000_000_000;

    private readonly DocumentFragments _fragments;
    private readonly Dictionary<string, Counted?> _counted = new(StringComparer.Ordinal);

    private SelectionCount(DocumentFragments fragments) => _fragments = fragments;

    /// <summary>
    /// Of fields the largest operation's, or all that are written in the document where that is more; of fragment visits
    /// those of all operations together, since validation makes them all.
    /// </summary>
    /// <exception cref="ValidationError">A fragment is spread within itself.</exception>
    public static Counted Of(GraphQLDocument document, DocumentFragments fragments)
    {
        var count = new SelectionCount(fragments);
        var (most, written) = (new Counted(0, 0), 0L);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            var own = count.In(operation.SelectionSet);
            most = new Counted(Math.Max(most.Fields, own.Fields), Math.Min(Plenty, most.FragmentVisits + own.FragmentVisits));
            written += Written(operation.SelectionSet);
        }

        // Fragments that no operation uses are validated too.
        foreach (var (name, fragment) in fragments.All)
        {
            var own = count.InFragment(name);
            most = new Counted(Math.Max(most.Fields, own.Fields), Math.Max(most.FragmentVisits, own.FragmentVisits));
            written += Written(fragment.SelectionSet);
        }

        return most with { Fields = Math.Max(most.Fields, written) };
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
        if (_counted.TryGetValue(name, out var known))
            return known ?? throw new ValidationError($"Fragment '{name}' is spread within itself.");
        if (!_fragments.All.TryGetValue(name, out var fragment))
            return new Counted(0, 0);
        // Nothing is known of it while it is being counted: whoever asks then is within it.
        _counted[name] = null;
        var count = In(fragment.SelectionSet);
        _counted[name] = count;
        return count;
    }

    /// <summary>The fields that stand there, without those of fragments.</summary>
    private static long Written(GraphQLSelectionSet? set) => (set?.Selections ?? []).Sum(selection => selection switch
    {
        GraphQLField field => 1 + Written(field.SelectionSet),
        GraphQLInlineFragment inline => Written(inline.SelectionSet),
        _ => 0,
    });

    public readonly record struct Counted(long Fields, long FragmentVisits)
    {
        public static Counted operator +(Counted left, Counted right) => new(
            Math.Min(Plenty, left.Fields + right.Fields), Math.Min(Plenty, left.FragmentVisits + right.FragmentVisits));
    }
}
