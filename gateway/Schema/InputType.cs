using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema;

/// <summary>An input type that says itself how its members become a value of the domain.</summary>
internal abstract class InputType<TValue> : InputObjectGraphType<TValue>
{
    public sealed override object ParseDictionary(IDictionary<string, object?> value) => Read(new InputMembers(value))!;

    protected abstract TValue Read(InputMembers members);

    protected void Required<TType>(string name) where TType : IGraphType => Field<NonNullGraphType<TType>>(name);

    protected void Optional<TType>(string name) where TType : IGraphType => Field<TType>(name);

    protected void List<TType>(string name) where TType : IGraphType =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TType>>>>(name);

    protected void OptionalList<TType>(string name) where TType : IGraphType =>
        Field<ListGraphType<NonNullGraphType<TType>>>(name);
}
