using System.Globalization;
using System.Numerics;
using GraphQL.Types;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Schema.Scalars;

/// <summary>
/// The scalar <c>Decimal</c>: a JSON number with the digits of the figure. Written instead of taking the engine's,
/// which reads literals in the language of the machine and refuses exponents.
/// </summary>
internal sealed class DecimalScalar : ScalarGraphType
{
    private const NumberStyles Literal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public DecimalScalar() => Name = "Decimal";

    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLIntValue or GraphQLFloatValue or GraphQLNullValue;

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLIntValue whole => Parse(whole.Value.ToString()),
        GraphQLFloatValue fraction => Parse(fraction.Value.ToString()),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        decimal number => number,
        int or long => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        BigInteger huge => Parse(huge.ToString(CultureInfo.InvariantCulture)),
        double far => Parse(far.ToString("R", CultureInfo.InvariantCulture)),
        null => null,
        _ => throw new FormatException($"A decimal is a number without quotes; '{value}' is none."),
    };

    public override object? Serialize(object? value) => value is decimal or null ? value : ThrowSerializationError(value);

    private static decimal Parse(string text) =>
        decimal.TryParse(text, Literal, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"{text} has more digits than a decimal holds.");
}
