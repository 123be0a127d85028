using System.Diagnostics.CodeAnalysis;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.Persisted;

/// <summary>
/// Finds the document that a request means. A client may send the document, its hash in <c>extensions.persistedQuery</c>, or
/// both, whereupon the hash alone will do (automatic persisted queries). Bounded by characters: a client sending ever new
/// documents pushes out its own.
/// </summary>
internal sealed class OperationDocuments(KnownOperationsReading known, IOptions<GatewayOptions> options) : IDisposable
{
    private readonly MemoryCache _persisted = new(new MemoryCacheOptions { SizeLimit = options.Value.Operations.PersistedCharacters });

    public bool TryFind(
        OperationRequest request, [NotNullWhen(true)] out string? document, [NotNullWhen(false)] out ExecutionError? refusal)
    {
        (document, refusal) = options.Value.Operations.OnlyKnown ? FindKnown(request) : FindAny(request);
        return document is not null;
    }

    /// <summary>Keeps a document under the hash that came with it. For documents that passed validation only.</summary>
    public void Keep(OperationRequest request)
    {
        if (request is { Query: { } document, Hash: { } hash } && !options.Value.Operations.OnlyKnown && known.Operations.Find(hash) is null)
            _persisted.Set(hash, document, new MemoryCacheEntryOptions { Size = document.Length });
    }

    public void Dispose() => _persisted.Dispose();

    private (string?, ExecutionError?) FindAny(OperationRequest request)
    {
        if (request.Hash is not { } hash)
            return (request.Query, null);
        if (request.Query is { } sent)
        {
            return DocumentHash.Of(sent) == hash ? (sent, null) : (null, new RequestError(
                "extensions.persistedQuery.sha256Hash is not the SHA-256 of the query sent with it, in UTF-8.")
            { Code = ErrorCodes.PersistedQueryHashMismatch });
        }

        return known.Operations.Find(hash) is { } document || _persisted.TryGetValue(hash, out document!)
            ? (document, null)
            : (null, new RequestError("No operation is kept under this hash. Send it again with its query.") { Code = ErrorCodes.PersistedQueryNotFound });
    }

    private (string?, ExecutionError?) FindKnown(OperationRequest request)
    {
        var hash = request.Query is { } sent ? DocumentHash.Of(sent) : request.Hash!;
        return known.Operations.Find(hash) is { } document
            ? (document, null)
            : (null, new RequestError(
                $"Only operations known to this gateway are served, and {hash} is none of them (Gateway:Operations:OnlyKnown). Ask whoever runs it to add it.")
            { Code = ErrorCodes.OperationNotKnown });
    }
}
