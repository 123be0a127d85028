using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.Limits;

/// <summary>
/// How many pairs of fields stand under one name of the answer and have to be compared before they can be merged into one.
/// Validation compares every pair: a thousand fields of one name are half a million comparisons, and as many complaints
/// where they differ. Goes through each field once; the limits on fields and fragment visits bound its steps.
/// </summary>
internal sealed class MergeCount(DocumentFragments fragments)
{
    private long _pairs;

    /// <summary>For a document whose fragments form no circle.</summary>
    public static long Of(GraphQLDocument document, DocumentFragments fragments)
    {
        var count = new MergeCount(fragments);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
            count.Merge([operation.SelectionSet]);
        foreach (var fragment in fragments.All.Values)
            count.Merge([fragment.SelectionSet]);
        return count._pairs;
    }

    /// <summary>The selections of fields that are one in the answer: theirs are merged as well.</summary>
    private void Merge(IEnumerable<GraphQLSelectionSet> sets)
    {
        var byName = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
        var spread = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets)
            Gather(set, byName, spread);
        foreach (var alike in byName.Values)
        {
            _pairs += alike.Count * (alike.Count - 1L) / 2;
            var below = alike.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>().ToList();
            if (below.Count > 0)
                Merge(below);
        }
    }

    /// <summary>A fragment that is spread twice in the same place is the same fields, and not compared with itself.</summary>
    private void Gather(GraphQLSelectionSet set, Dictionary<string, List<GraphQLField>> byName, HashSet<string> spread)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    var name = (field.Alias?.Name ?? field.Name).StringValue;
                    if (!byName.TryGetValue(name, out var alike))
                        byName.Add(name, alike = []);
                    alike.Add(field);
                    break;
                case GraphQLInlineFragment inline:
                    Gather(inline.SelectionSet, byName, spread);
                    break;
                case GraphQLFragmentSpread visit when spread.Add(visit.FragmentName.Name.StringValue)
                    && fragments.All.TryGetValue(visit.FragmentName.Name.StringValue, out var fragment):
                    Gather(fragment.SelectionSet, byName, spread);
                    break;
            }
        }
    }
}
