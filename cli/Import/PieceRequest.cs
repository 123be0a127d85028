using System.Net;
using System.Net.Http.Headers;
using EduAnalytics.Import;
using EduAnalytics.Import.Lines;

namespace EduAnalytics.Cli.Import;

/// <summary>One request to the bulk API and what its answers say.</summary>
internal static class PieceRequest
{
    /// <exception cref="HttpRequestException">Nobody answered, or the answer broke off.</exception>
    /// <exception cref="SendingFailedException">What answers is no bulk API.</exception>
    public static async Task<PieceOutcome> Send(HttpClient http, ImportKind kind, ImportPiece piece)
    {
        using var content = new ReadOnlyMemoryContent(piece.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await http.PostAsync(new Uri($"/ingest/{AddressOf(kind)}?submission={piece.Name}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
            throw new SendingFailedException($"{answer.RequestMessage!.RequestUri} lets nobody in with this token any more. {TokenOption.Advice} What was sent counts once: the same command goes on.");
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new SendingFailedException($"{answer.RequestMessage!.RequestUri} answers {(int)answer.StatusCode}: {text}");
        return PieceOutcome.Read(text, piece) ?? throw new HttpRequestException("the answer broke off before its summary");
    }

    private static string AddressOf(ImportKind kind) => kind switch
    {
        ImportKind.Figures => "figures",
        ImportKind.Enrolment => "enrolment",
        ImportKind.Fitness => "fitness",
        _ => "org-units",
    };
}
