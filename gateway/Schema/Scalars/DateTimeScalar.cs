using EduAnalytics.Gateway.Queries;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Schema.Scalars;

/// <summary>
/// The scalar <c>DateTime</c>: an instant in ISO 8601, with its offset. Read here and not by the engine, which takes a day or
/// a time without offset too and so lets the machine's own zone decide which instant is meant.
/// </summary>
internal sealed class DateTimeScalar : DateTimeOffsetGraphType
{
    public DateTimeScalar()
    {
        Name = "DateTime";
        Description = $"An instant in ISO 8601 with its offset: '{InstantText.Example}'.";
    }

    /// <summary>Any string passes the document's validation, so that parsing can say why it is no instant.</summary>
    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLStringValue or GraphQLNullValue;

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue text => Parse(text.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        string text => Parse(text),
        DateTimeOffset instant => instant,
        null => null,
        _ => throw Refusal($"{value}"),
    };

    private static DateTimeOffset Parse(string text) => InstantText.TryParse(text, out var instant) ? instant : throw Refusal(text);

    private static FormatException Refusal(string given) => new(InstantText.Refusal(given));
}
