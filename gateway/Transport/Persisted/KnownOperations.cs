using System.Collections.Frozen;

namespace EduAnalytics.Gateway.Transport.Persisted;

/// <summary>The operations that were known at start, by the hash of their documents.</summary>
internal sealed class KnownOperations
{
    private readonly FrozenDictionary<string, string> _documents;

    public KnownOperations(IEnumerable<KnownOperation> operations)
    {
        All = [.. operations];
        // Editors end a file with a line break that a client's compiler drops.
        _documents = All
            .SelectMany(operation => new[] { operation.Document, operation.Document.Trim() })
            .Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(DocumentHash.Of, StringComparer.Ordinal);
    }

    public IReadOnlyList<KnownOperation> All { get; }

    public string? Find(string hash) => _documents.GetValueOrDefault(hash);
}
