using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace EduAnalytics.Gateway.Transport.SourceFields;

/// <summary>
/// Executes queries as the engine does, with less work for what they are mostly made of: fields that are no more than a
/// property of their object. Those of one object are read together and have no nodes, and what a selection set asks for is
/// collected once a document.
/// </summary>
/// <remarks>
/// Whatever is out of the ordinary goes the engine's own way: an object of which a field fails, or has no value where it
/// must, is done by it from the start, so that errors, paths and what a null takes along are its alone.
/// </remarks>
internal sealed class SourceFieldStrategy : ParallelExecutionStrategy
{
    private readonly SelectedFields _selected = new();

    protected override ExecutionNode BuildExecutionNode(
        ExecutionNode parent, IGraphType graphType, GraphQLField field, FieldType fieldDefinition, int? indexInParentNode = null)
    {
        var type = graphType is NonNullGraphType required ? required.ResolvedType! : graphType;
        return type is IObjectGraphType
            ? new ObjectNode(parent, type, field, fieldDefinition, indexInParentNode)
            : base.BuildExecutionNode(parent, graphType, field, fieldDefinition, indexInParentNode);
    }

    protected override void SetSubFieldNodes(ExecutionContext context, ObjectExecutionNode parent)
    {
        if (parent is not ObjectNode { SelectionSet: { } set, GraphType: var type } node
            || SelectionOf(context, set, type) is not { } selection
            || !TryTake(node, selection))
        {
            base.SetSubFieldNodes(context, parent);
        }
    }

    protected override Task ExecuteNodeAsync(ExecutionContext context, ExecutionNode node)
    {
        // Elements of lists were completed with their list.
        if (node is RootExecutionNode || node.Parent is ArrayExecutionNode || node.FieldDefinition.Resolver is not ISourceField field)
            return base.ExecuteNodeAsync(context, node);
        try
        {
            node.Result = field.ValueOf(node.Source!);
        }
        catch (Exception)
        {
            return base.ExecuteNodeAsync(context, node);
        }

        return CompleteNodeAsync(context, node);
    }

    private Selection? SelectionOf(ExecutionContext context, GraphQLSelectionSet set, IGraphType type) =>
        _selected.TryFind(set, type, out var selection)
            ? selection
            : _selected.Keep(set, type, context.Document, CollectFieldsFrom(context, type, set, null));

    private bool TryTake(ObjectNode node, Selection selection)
    {
        var fields = selection.Fields;
        var source = node.Result!;
        var values = new object?[fields.Length];
        var nodes = selection.Nodes == 0 ? [] : new ExecutionNode[selection.Nodes];
        var made = 0;
        try
        {
            for (var i = 0; i < fields.Length; i++)
            {
                var field = fields[i];
                if (field.Scalar is null)
                    nodes[made++] = BuildExecutionNode(node, field.Definition.ResolvedType!, field.Field, field.Definition);
                else if (!field.TryRead(source, out values[i]))
                    return false;
            }
        }
        catch (Exception)
        {
            return false;
        }

        node.Take(selection, values, nodes);
        return true;
    }
}
