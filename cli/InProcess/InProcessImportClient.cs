using System.Runtime.CompilerServices;
using System.Security.Claims;
using EduAnalytics.Dashboard.Import;
using EduAnalytics.Gateway.Ingest.Files;

namespace EduAnalytics.Cli.InProcess;

/// <summary>The import page's way to a gateway in the same process: the same answers, no socket in between.</summary>
internal sealed class InProcessImportClient(FileImports imports) : IImportClient
{
    private static readonly ClaimsPrincipal sender = new(new ClaimsIdentity());

    public async Task<ImportAnswer> CheckAsync(Stream file, ImportRequest request, CancellationToken cancellationToken) =>
        ImportAnswer.Read(await imports.Check(file, WishesOf(request), sender, cancellationToken));

    public async IAsyncEnumerable<ImportAnswer> SendAsync(
        Stream file, ImportRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var answer in imports.Send(file, WishesOf(request), sender, cancellationToken))
            yield return ImportAnswer.Read(answer);
    }

    private static ImportWishes WishesOf(ImportRequest request) =>
        new(request.FileName, request.Mapping, request.OrgUnit, request.Document, request.SkipBadRows);
}
