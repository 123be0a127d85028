using System.Collections;
using System.Runtime.CompilerServices;

namespace EduAnalytics.Dashboard.Addresses;

/// <summary>An immutable list that equals another with the same elements in the same order, so that views compare by value.</summary>
[CollectionBuilder(typeof(ValueSequence), nameof(ValueSequence.Create))]
public sealed class ValueSequence<T>(T[] items) : IReadOnlyList<T>, IEquatable<ValueSequence<T>>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(ValueSequence<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as ValueSequence<T>);

    public override int GetHashCode() => this.Aggregate(0, (hash, item) => HashCode.Combine(hash, item));

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class ValueSequence
{
    public static ValueSequence<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
