using System.Net;
using System.Net.Http.Headers;
using EduAnalytics.Import;
using EduAnalytics.Import.Lines;

namespace EduAnalytics.Cli.Import;

/// <summary>One request to the bulk API and what its answers say.</summary>
internal static class PieceRequest
{
    /// <exception cref="HttpRequestException">Nobody answered, the answer broke off, or it asks to come again later.</exception>
    /// <exception cref="SendingFailedException">What answers is no bulk API.</exception>
    public static async Task<PieceOutcome> Send(HttpClient http, ImportKind kind, ImportPiece piece)
    {
        using var content = new ReadOnlyMemoryContent(piece.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await Post(http, new Uri($"/ingest/{AddressOf(kind)}?submission={piece.Name}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
            throw new SendingFailedException($"{answer.RequestMessage!.RequestUri} lets nobody in with this token any more. {TokenOption.Advice} What was sent counts once: the same command goes on.");
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            throw new HttpRequestException("it has had too many requests of this caller");
        if (answer.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
            throw new HttpRequestException("it found no gateway that answers");
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new SendingFailedException($"{answer.RequestMessage!.RequestUri} answers {(int)answer.StatusCode}: {text}");
        return PieceOutcome.Read(text, piece) ?? throw new HttpRequestException("the answer broke off before its summary");
    }

    /// <summary>Who does not answer in time is as good as gone: the piece is sent again, and counts once.</summary>
    private static async Task<HttpResponseMessage> Post(HttpClient http, Uri address, HttpContent content)
    {
        try
        {
            return await http.PostAsync(address, content);
        }
        catch (TaskCanceledException late)
        {
            throw new HttpRequestException($"no answer within {http.Timeout.TotalMinutes:0} minutes", late);
        }
    }

    private static string AddressOf(ImportKind kind) => kind switch
    {
        ImportKind.Figures => "figures",
        ImportKind.Enrolment => "enrolment",
        ImportKind.Fitness => "fitness",
        _ => "org-units",
    };
}
