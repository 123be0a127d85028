using EduAnalytics.Domain.Periods;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Schema.Scalars;

/// <summary>The scalar <c>Period</c>: always a string, refused with the reason that the domain gives.</summary>
internal sealed class PeriodScalar : ScalarGraphType
{
    public PeriodScalar() => Name = "Period";

    /// <summary>Any string passes the document's validation, so that parsing can say why it is no period.</summary>
    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLStringValue or GraphQLNullValue;

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => Period.Parse(text.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        string text => Period.Parse(text),
        null => null,
        _ => throw new FormatException($"A period is a string, such as \"{value}\" in quotes."),
    };

    public override object? Serialize(object? value) => value switch
    {
        Period period => period.ToString(),
        null => null,
        _ => ThrowSerializationError(value),
    };
}
