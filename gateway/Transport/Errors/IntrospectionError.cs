using GraphQL.Validation;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.Errors;

/// <summary>The schema is asked for, and this gateway does not give it.</summary>
internal sealed class IntrospectionError : ValidationError
{
    public const string Sentence =
        "This gateway does not tell its schema (Gateway:Introspection is false). Ask whoever runs it for the schema's file.";

    public IntrospectionError(ValidationContext context, GraphQLField field)
        : base(context.Document.Source, "", Sentence, field) => Code = ErrorCodes.IntrospectionDisabled;
}
