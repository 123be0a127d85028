using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Scalars;

/// <summary>The scalar <c>DateTime</c>: an instant in ISO 8601, with its offset.</summary>
internal sealed class DateTimeScalar : DateTimeOffsetGraphType
{
    public DateTimeScalar() => Name = "DateTime";
}
