using System.Text.Json;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Ingest.Answers;
using EduAnalytics.Gateway.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Ingest.Files;

/// <summary>
/// <c>POST /import</c>: a form with a table file. It is checked; with <c>send=true</c> and nothing wrong it is then sent.
/// </summary>
internal sealed class FileRequests(FileImports imports, ICallers callers, IOptions<IngestOptions> options, IOptions<GatewayOptions> gateway)
{
    public async Task Handle(HttpContext http)
    {
        // A form is what a foreign page can make a browser send unasked.
        if (http.Request.Headers.Origin is [{ } origin, ..] && !Origins.AreWelcome(origin, http.Request, gateway.Value))
        {
            await RefusedRequest.Tell(http, StatusCodes.Status403Forbidden, new SubmissionError("BAD_REQUEST", $"Pages of {origin} may not send files here (Gateway:AllowedOrigins)."));
            return;
        }

        if (!SendingCallers.TryAdmit(callers, http.User, out _, out var refusal))
        {
            await RefusedRequest.Tell(http, StatusCodes.Status403Forbidden, refusal);
            return;
        }

        if (await ReadForm(http) is not { } form)
            return;
        if (form.Files.GetFile("file") is not { } sent)
        {
            await RefusedRequest.Tell(http, StatusCodes.Status400BadRequest, new SubmissionError(SubmissionErrorCodes.Missing, "The form has no 'file'.", null, "file"));
            return;
        }

        await using var file = sent.OpenReadStream();
        var wishes = new ImportWishes(sent.FileName, form["mapping"], form["orgUnit"], form["document"], form["skipBadRows"] == "true");
        if (form["send"] != "true")
        {
            await http.Response.WriteAsJsonAsync(await imports.Check(file, wishes, http.User, http.RequestAborted), http.RequestAborted);
            return;
        }

        http.Response.ContentType = IngestRequest.MediaType;
        await foreach (var answer in imports.Send(file, wishes, http.User, http.RequestAborted))
        {
            await http.Response.BodyWriter.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer), http.RequestAborted);
            await http.Response.BodyWriter.WriteAsync("\n"u8.ToArray(), http.RequestAborted);
        }
    }

    /// <summary>The server keeps a large file on disk while it is read. Null, with the answer given, where there is no form.</summary>
    private async Task<IFormCollection?> ReadForm(HttpContext http)
    {
        var longest = options.Value.MaxFileBytes;
        if (!http.Request.HasFormContentType)
        {
            await RefusedRequest.Tell(http, StatusCodes.Status415UnsupportedMediaType, new SubmissionError("BAD_REQUEST", "Send a form (multipart/form-data) with the table as 'file'."));
            return null;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = longest;
        try
        {
            return await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = longest }, http.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            await RefusedRequest.Tell(
                http,
                StatusCodes.Status413PayloadTooLarge,
                new SubmissionError(SubmissionErrorCodes.TooLarge, $"The form is broken or larger than {longest} bytes (Ingest:MaxFileBytes): {fault.Message}"));
            return null;
        }
    }
}
