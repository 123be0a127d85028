using GraphQL;
using GraphQL.DI;
using GraphQLParser.AST;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>
/// Keeps documents that passed validation, so that the dashboards' and analysts' ever same queries are parsed and
/// validated once. Bounded by characters, not by entries: one client sending ever new queries cannot fill the memory.
/// </summary>
internal sealed class ParsedDocuments(IOptions<GatewayOptions> options) : IConfigureExecution, IDisposable
{
    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = options.Value.CachedDocumentCharacters });

    public float SortOrder => 200;

    public async Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        if (options.Query is not { } query || options.Document is not null)
            return await next(options);

        var known = _documents.TryGetValue(query, out GraphQLDocument? document);
        if (known)
        {
            options.Document = document;
            options.ValidationRules = options.CachedDocumentValidationRules;
        }

        var result = await next(options);
        // Executed means that the document passed every rule, which is what the shorter rule set relies on.
        if (!known && result is { Executed: true, Document: { } parsed })
            _documents.Set(query, parsed, new MemoryCacheEntryOptions { Size = query.Length });
        return result;
    }

    public void Dispose() => _documents.Dispose();
}
