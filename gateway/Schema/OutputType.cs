using GraphQL.Builders;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema;

/// <summary>An object type whose fields read as the contract writes them: <c>T!</c>, <c>T</c> and <c>[T!]!</c>.</summary>
internal abstract class OutputType<TSource> : ObjectGraphType<TSource>
{
    protected FieldBuilder<TSource, object> Required<TType>(string name) where TType : IGraphType =>
        Field<NonNullGraphType<TType>>(name);

    protected FieldBuilder<TSource, object> Optional<TType>(string name) where TType : IGraphType =>
        Field<TType>(name);

    protected FieldBuilder<TSource, object> List<TType>(string name) where TType : IGraphType =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TType>>>>(name);
}
