using GraphQL;
using GraphQL.Builders;
using GraphQL.Resolvers;

namespace EduAnalytics.Gateway.Transport.SourceFields;

/// <summary>Resolves a field from the object it belongs to and nothing else: at once, without arguments, caller or services.</summary>
internal interface ISourceField : IFieldResolver
{
    object? ValueOf(object source);
}

internal sealed class SourceField<TSource>(Func<TSource, object?> value) : ISourceField
{
    public object? ValueOf(object source) => value((TSource)source);

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(ValueOf(context.Source!));
}

internal static class SourceFieldBuilding
{
    /// <summary>
    /// Says what the field is of its object. Most fields are no more than that, and are asked for by the hundred: the engine
    /// then needs no context and, for a scalar, no node of its own (<see cref="SourceFieldStrategy"/>).
    /// </summary>
    /// <param name="value">Has no effects, since it may be asked twice, and gives no task and no deferred result.</param>
    public static FieldBuilder<TSource, TReturn> From<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, Func<TSource, object?> value)
    {
        field.FieldType.Resolver = new SourceField<TSource>(value);
        return field;
    }
}
