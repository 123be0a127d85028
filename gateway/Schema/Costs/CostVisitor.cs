using EduAnalytics.Gateway.Transport.Costs;
using GraphQL.Types;
using GraphQL.Utilities;

namespace EduAnalytics.Gateway.Schema.Costs;

/// <summary>Gives each field of the schema the costing that the table has for it.</summary>
internal sealed class CostVisitor(CostTable table) : BaseSchemaNodeVisitor
{
    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema)
    {
        if (table.Find($"{type.Name}.{field.Name}") is { } costing)
            field.SetCosting(costing);
    }
}
