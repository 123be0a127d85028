namespace EduAnalytics.Dashboard.Import;

/// <summary>
/// The page's only way to bring a file in: the gateway's <c>/import</c>, as any other client has it. The host decides
/// whether it travels over HTTP or stays inside the process.
/// </summary>
public interface IImportClient
{
    /// <summary>What a file comes to; nothing is sent.</summary>
    /// <param name="file">Can be sought; stays open.</param>
    /// <exception cref="GraphQL.GraphQLUnreachableException">The gateway did not answer.</exception>
    Task<ImportAnswer> CheckAsync(Stream file, ImportRequest request, CancellationToken cancellationToken);

    /// <summary>Sends a file: first the answer of the check, then one after each piece.</summary>
    /// <exception cref="GraphQL.GraphQLUnreachableException">The gateway did not answer, or broke off; sending again is safe.</exception>
    IAsyncEnumerable<ImportAnswer> SendAsync(Stream file, ImportRequest request, CancellationToken cancellationToken);
}

/// <summary>What the reader says of the file beside the file itself.</summary>
/// <param name="Mapping">A mapping's text; null where headings suffice.</param>
public sealed record ImportRequest(string FileName, string? Mapping, string? OrgUnit, string? Document, bool SkipBadRows);
