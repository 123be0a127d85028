using System.Runtime.CompilerServices;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.SourceFields;

/// <summary>
/// The selections of documents, for as long as these are kept. Only selection sets that say the same to each request are
/// known here: none with a directive, and none that names a field twice, whose parts the engine merges anew each time.
/// </summary>
internal sealed class SelectedFields
{
    private readonly ConditionalWeakTable<GraphQLSelectionSet, Known> _known = [];

    /// <summary>False where the selection set was not met before.</summary>
    /// <param name="selection">Null where the engine has to collect the fields for each object.</param>
    public bool TryFind(GraphQLSelectionSet set, IGraphType type, out Selection? selection)
    {
        var found = _known.TryGetValue(set, out var known);
        selection = known?.Selection is { } one && one.Type == type ? one : null;
        return found;
    }

    /// <param name="fields">As the engine collected them.</param>
    public Selection? Keep(
        GraphQLSelectionSet set, IGraphType type, GraphQLDocument document, IReadOnlyDictionary<string, (GraphQLField Field, FieldType Type)> fields)
    {
        var selection = FieldsOf(set, document) == fields.Count
            ? new Selection(type, [.. fields.Select(field => new SelectedField(field.Value.Field, field.Value.Type, field.Key))])
            : null;
        _known.AddOrUpdate(set, new Known(selection));
        return selection;
    }

    /// <summary>How many fields the set names, those of its fragments too; null where a variable may decide about one.</summary>
    private static int? FieldsOf(GraphQLSelectionSet set, GraphQLDocument document)
    {
        var fields = 0;
        foreach (var selection in set.Selections)
        {
            if (selection is not IHasDirectivesNode { Directives: null })
                return null;
            var below = selection switch
            {
                GraphQLField => 1,
                GraphQLInlineFragment inline => FieldsOf(inline.SelectionSet, document),
                GraphQLFragmentSpread spread when FragmentOf(spread, document) is { Directives: null } fragment =>
                    FieldsOf(fragment.SelectionSet, document),
                _ => null,
            };
            if (below is null)
                return null;
            fields += below.Value;
        }

        return fields;
    }

    private static GraphQLFragmentDefinition? FragmentOf(GraphQLFragmentSpread spread, GraphQLDocument document) =>
        document.Definitions.OfType<GraphQLFragmentDefinition>().FirstOrDefault(fragment => fragment.FragmentName.Name == spread.FragmentName.Name);

    private sealed record Known(Selection? Selection);
}
