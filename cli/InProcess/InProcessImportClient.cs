using System.Runtime.CompilerServices;
using System.Security.Claims;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Import;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Ingest.Files;
using Microsoft.AspNetCore.Components.Authorization;

namespace EduAnalytics.Cli.InProcess;

/// <summary>
/// The import page's way to a gateway in the same process: the same answers, no socket in between, and only for a reader
/// whose right has not ended.
/// </summary>
internal sealed class InProcessImportClient(FileImports imports, ICallers callers, AuthenticationStateProvider reader) : IImportClient
{
    public async Task<ImportAnswer> CheckAsync(Stream file, ImportRequest request, CancellationToken cancellationToken) =>
        ImportAnswer.Read(await imports.Check(file, WishesOf(request), await Sender(), cancellationToken));

    public async IAsyncEnumerable<ImportAnswer> SendAsync(
        Stream file, ImportRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sender = await Sender();
        await foreach (var answer in imports.Send(file, WishesOf(request), sender, cancellationToken))
            yield return ImportAnswer.Read(answer);
    }

    /// <summary>A circuit may outlive the session that it was opened with.</summary>
    private async Task<ClaimsPrincipal> Sender()
    {
        var user = (await reader.GetAuthenticationStateAsync()).User;
        return callers.Present(user) is null
            ? throw new GraphQLUnreachableException("The reader's right has ended; signing in again gives it back.")
            : user;
    }

    private static ImportWishes WishesOf(ImportRequest request) =>
        new(request.FileName, request.Mapping, request.OrgUnit, request.Document, request.SkipBadRows);
}
