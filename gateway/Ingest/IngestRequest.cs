using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EduAnalytics.Domain.Submissions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EduAnalytics.Gateway.Ingest;

/// <summary>What a request says about its stream before the first line.</summary>
/// <param name="Name">The sender's name for the stream, from which its submissions are named.</param>
/// <param name="LinesPerSubmission">The most lines of one unit that form one submission.</param>
internal sealed record IngestRequest(string Name, int LinesPerSubmission = IngestRequest.UsualLinesPerSubmission)
{
    public const string MediaType = "application/x-ndjson";
    public const int LongestName = 100;
    public const int MostLinesPerSubmission = 10_000;
    public const int UsualLinesPerSubmission = 1_000;

    /// <summary>False with what is wrong and the HTTP status that says so.</summary>
    public static bool TryRead(HttpRequest http, [NotNullWhen(true)] out IngestRequest? request, out int status, out SubmissionError? problem)
    {
        (request, status, problem) = (null, StatusCodes.Status400BadRequest, null);

        // A foreign page can make a browser post text/plain or a form to this machine unasked, but never this media type.
        if (!MediaTypeHeaderValue.TryParse(http.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            status = StatusCodes.Status415UnsupportedMediaType;
            var given = string.IsNullOrEmpty(http.ContentType) ? "nothing" : $"\"{http.ContentType}\"";
            problem = new("BAD_REQUEST", $"Send one JSON object a line, in UTF-8, as {MediaType}; this request says {given}.");
            return false;
        }

        var name = http.Query["submission"] is [{ Length: > 0 } text, ..] ? text : "";
        if (name.Length is 0 or > LongestName)
        {
            problem = new(SubmissionErrorCodes.Missing, $"Name the stream with 1 to {LongestName} characters: ?submission=roll-2024-11.", null, "submission");
            return false;
        }

        var lines = UsualLinesPerSubmission;
        if (http.Query["lines"] is [{ } given2, ..]
            && !(int.TryParse(given2, NumberStyles.None, CultureInfo.InvariantCulture, out lines) && lines is >= 1 and <= MostLinesPerSubmission))
        {
            problem = new(SubmissionErrorCodes.BadValue, $"lines takes a whole number from 1 to {MostLinesPerSubmission}; '{given2}' was given.", null, "lines");
            return false;
        }

        request = new IngestRequest(name, lines);
        return true;
    }
}
