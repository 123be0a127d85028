using System.Collections;
using GraphQL.Execution;

namespace EduAnalytics.Gateway.Transport.Costs;

/// <summary>
/// A field's arguments as its resolver will get them: a value in the document and the same value in a variable are the
/// same here.
/// </summary>
/// <param name="about">What is known of the objects that the field is asked of, as a field above said.</param>
internal readonly struct FieldArguments(IDictionary<string, ArgumentValue>? values, object? about)
{
    public object? About => about;

    /// <summary>Null where it is not given, or given as null.</summary>
    public object? this[string name] => values is not null && values.TryGetValue(name, out var given) ? given.Value : null;

    public int? Int(string name) => this[name] as int?;

    public T? Value<T>(string name) where T : struct => this[name] as T?;

    public T? Object<T>(string name) where T : class => this[name] as T;

    /// <summary>An ID may have been written as a number.</summary>
    public string? Text(string name) =>
        this[name] is { } value ? Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>How many elements the list given has; null where none is given.</summary>
    public int? Count(string name) => this[name] switch
    {
        ICollection list => list.Count,
        null => null,
        _ => 1,
    };
}
