using System.Collections;
using System.Runtime.CompilerServices;

namespace EduAnalytics.Plots;

/// <summary>
/// An immutable list that equals another one with the same elements in the same order, so that a whole
/// specification can be a cache key. (<c>ImmutableArray</c> compares by reference.)
/// </summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;
    private readonly int _hash;

    internal ValueList(T[] items)
    {
        _items = items;
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item);
        _hash = hash.ToHashCode();
    }

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public bool Equals(ValueList<T>? other) =>
        other is not null && (ReferenceEquals(this, other)
            || (_hash == other._hash && _items.AsSpan().SequenceEqual(other._items)));

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode() => _hash;

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", _items)}]";
}

public static class ValueList
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}
