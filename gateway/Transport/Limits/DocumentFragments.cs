using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.Limits;

/// <summary>A document's fragments by their names; of two with one name, which validation refuses, the first.</summary>
internal sealed class DocumentFragments
{
    public DocumentFragments(GraphQLDocument document)
    {
        var all = new Dictionary<string, GraphQLFragmentDefinition>(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            all.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        All = all;
    }

    public IReadOnlyDictionary<string, GraphQLFragmentDefinition> All { get; }
}
