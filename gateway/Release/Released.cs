namespace EduAnalytics.Gateway.Release;

/// <summary>
/// Something with figures in it as one reader may see it. The release stage alone makes it, and whatever writes an answer
/// takes nothing else: a field that forgets to ask for the reader's rights does not compile.
/// </summary>
public sealed class Released<T>
{
    /// <summary>For the release stage alone; an architecture test holds that.</summary>
    internal Released(T shown) => Shown = shown;

    /// <summary>What the reader sees: figures that are not for it are null here, or left out.</summary>
    public T Shown { get; }

    /// <summary>A part of what was released is released.</summary>
    public Released<TPart> Part<TPart>(Func<T, TPart> part) => new(part(Shown));

    /// <inheritdoc cref="Part"/>
    public IEnumerable<Released<TPart>> Parts<TPart>(Func<T, IEnumerable<TPart>> parts) =>
        parts(Shown).Select(part => new Released<TPart>(part));
}
