using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Schema.Contract;

/// <summary>
/// Carries the contract's descriptions into the served schema, so that they are written once and the two cannot say
/// different things. What the contract does not know is described where it is defined.
/// </summary>
internal sealed class ContractDescriptions : BaseSchemaNodeVisitor
{
    private readonly Dictionary<string, string> _texts = Read(ContractText.Read());

    public override void VisitScalar(ScalarGraphType type, ISchema schema) => Describe(type, type.Name);

    public override void VisitObject(IObjectGraphType type, ISchema schema) => Describe(type, type.Name);

    public override void VisitInputObject(IInputObjectGraphType type, ISchema schema) => Describe(type, type.Name);

    public override void VisitEnum(EnumerationGraphType type, ISchema schema) => Describe(type, type.Name);

    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema) =>
        Describe(field, $"{type.Name}.{field.Name}");

    public override void VisitInputObjectFieldDefinition(FieldType field, IInputObjectGraphType type, ISchema schema) =>
        Describe(field, $"{type.Name}.{field.Name}");

    private void Describe(IProvideDescription node, string name)
    {
        if (_texts.TryGetValue(name, out var text))
            node.Description = text;
    }

    private static Dictionary<string, string> Read(string contract)
    {
        var texts = new Dictionary<string, string>();
        foreach (var definition in Parser.Parse(contract).Definitions.OfType<GraphQLTypeDefinition>())
        {
            Keep(definition.Name.StringValue, definition);
            IEnumerable<(GraphQLName Name, IHasDescriptionNode Field)> fields = definition switch
            {
                GraphQLObjectTypeDefinition { Fields: { } own } => own.Select(field => (field.Name, (IHasDescriptionNode)field)),
                GraphQLInputObjectTypeDefinition { Fields: { } own } => own.Select(field => (field.Name, (IHasDescriptionNode)field)),
                _ => [],
            };
            foreach (var (name, field) in fields)
                Keep($"{definition.Name.StringValue}.{name.StringValue}", field);
        }
        return texts;

        void Keep(string name, IHasDescriptionNode node)
        {
            if (node.Description is { } description)
                texts[name] = description.Value.ToString();
        }
    }
}
