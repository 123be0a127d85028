using System.Globalization;

namespace EduAnalytics.Gateway.Schema;

/// <summary>The members of an input object, already checked against the schema.</summary>
internal readonly struct InputMembers(IDictionary<string, object?> members)
{
    /// <summary>A String or an ID; an ID may have been written as a number.</summary>
    public string Text(string name) => TextOrNull(name)!;

    public string? TextOrNull(string name) =>
        Member(name) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public T Value<T>(string name) where T : struct => (T)Member(name)!;

    public T? ValueOrNull<T>(string name) where T : struct => (T?)Member(name);

    public T Object<T>(string name) where T : class => (T)Member(name)!;

    public IReadOnlyList<T> List<T>(string name) => ListOrNull<T>(name)!;

    public IReadOnlyList<T>? ListOrNull<T>(string name) =>
        Member(name) is IEnumerable<object?> items ? [.. items.Select(item => (T)item!)] : null;

    private object? Member(string name) => members.TryGetValue(name, out var value) ? value : null;
}
