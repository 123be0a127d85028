using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.SourceFields;

/// <summary>
/// An object of the answer. Values that were read from its source stand in it, and the engine's nodes below it are only
/// those of its other fields.
/// </summary>
internal sealed class ObjectNode(ExecutionNode parent, IGraphType type, GraphQLField field, FieldType definition, int? index)
    : ObjectExecutionNode(parent, type, field, definition, index)
{
    /// <summary>Null where all fields are nodes, as the engine makes them.</summary>
    public Selection? Selection { get; private set; }

    /// <summary>For each field of the selection its value, already serialised; null too for those that are nodes.</summary>
    public object?[] Values { get; private set; } = [];

    /// <param name="nodes">The nodes of the fields that were not read, in their order.</param>
    public void Take(Selection selection, object?[] values, ExecutionNode[] nodes) =>
        (Selection, Values, SubFields) = (selection, values, nodes);

    public override object? ToValue()
    {
        if (Selection is null || SubFields is null)
            return base.ToValue();
        var members = new Dictionary<string, object?>(Selection.Fields.Length);
        var node = 0;
        for (var i = 0; i < Selection.Fields.Length; i++)
        {
            var one = Selection.Fields[i];
            members.Add(one.Name, one.Scalar is null ? SubFields[node++].ToValue() : Values[i]);
        }

        return members;
    }
}
