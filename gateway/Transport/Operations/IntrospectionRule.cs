using EduAnalytics.Gateway.Transport.Errors;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>Refuses questions about the schema itself where the gateway is set not to answer them; <c>__typename</c> stays.</summary>
internal sealed class IntrospectionRule : ValidationRuleBase
{
    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLField>((field, context) =>
    {
        if (field.Name.StringValue is "__schema" or "__type")
            context.ReportError(new IntrospectionError(context, field));
    });

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);
}
