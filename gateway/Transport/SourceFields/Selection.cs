using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.SourceFields;

/// <summary>What a selection set asks of the objects of one type, fragments spread out: the same for each object and each request.</summary>
internal sealed class Selection(IGraphType type, SelectedField[] fields)
{
    public IGraphType Type => type;

    /// <summary>In the order of the answer.</summary>
    public SelectedField[] Fields => fields;

    /// <summary>How many of the fields the engine has to make a node for.</summary>
    public int Nodes { get; } = fields.Count(field => field.Scalar is null);
}

/// <summary>One field of a selection.</summary>
internal sealed class SelectedField(GraphQLField asked, FieldType definition, string name)
{
    public GraphQLField Field => asked;

    public FieldType Definition => definition;

    public string Name => name;

    /// <summary>The name as it stands in the answer.</summary>
    public JsonEncodedText Key { get; } = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>The field's type where its values are read from the object directly; null where the engine makes a node for it.</summary>
    public ScalarGraphType? Scalar { get; } = definition.Resolver is ISourceField
        ? (definition.ResolvedType is NonNullGraphType required ? required.ResolvedType : definition.ResolvedType) as ScalarGraphType
        : null;

    /// <summary>The value as the engine would answer it. False where that would be an error, which is the engine's to tell.</summary>
    public bool TryRead(object source, out object? value)
    {
        value = Scalar!.Serialize(((ISourceField)definition.Resolver!).ValueOf(source));
        return value is not null || definition.ResolvedType is not NonNullGraphType;
    }
}
