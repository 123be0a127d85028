using Microsoft.Net.Http.Headers;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>In which form an answer goes out.</summary>
internal enum AnswerMedia
{
    /// <summary><c>application/json</c>: every well-formed request is answered 200, errors are in the body.</summary>
    Json,

    /// <summary><c>application/graphql-response+json</c>: the status says whether the operation ran.</summary>
    GraphQLResponse,

    /// <summary><c>text/event-stream</c>: graphql-sse.</summary>
    EventStream,

    /// <summary>A browser's address bar: the page, not the data.</summary>
    Page,
}

internal static class AnswerMediaNegotiation
{
    private static readonly (MediaTypeHeaderValue Type, AnswerMedia Media)[] Offers =
    [
        // The order decides for */* and application/*: clients that do not say are older than graphql-response+json.
        (MediaTypeHeaderValue.Parse("application/json"), AnswerMedia.Json),
        (MediaTypeHeaderValue.Parse("application/graphql-response+json"), AnswerMedia.GraphQLResponse),
        (MediaTypeHeaderValue.Parse("text/event-stream"), AnswerMedia.EventStream),
        (MediaTypeHeaderValue.Parse("text/html"), AnswerMedia.Page),
    ];

    public static string ContentType(this AnswerMedia media) => media switch
    {
        AnswerMedia.Json => "application/json; charset=utf-8",
        AnswerMedia.GraphQLResponse => "application/graphql-response+json; charset=utf-8",
        AnswerMedia.EventStream => "text/event-stream; charset=utf-8",
        _ => "text/html; charset=utf-8",
    };

    /// <summary>The offer that the <c>Accept</c> header prefers; null where it accepts none of them.</summary>
    public static AnswerMedia? Preferred(IList<string> acceptHeader)
    {
        if (acceptHeader.Count == 0 || acceptHeader.All(string.IsNullOrWhiteSpace))
            return AnswerMedia.Json;
        if (!MediaTypeHeaderValue.TryParseList(acceptHeader, out var accepted))
            return null;

        // OrderBy keeps the header's order among equals.
        foreach (var range in accepted.Where(range => range.Quality != 0).OrderByDescending(range => range.Quality ?? 1))
            foreach (var (type, media) in Offers)
                if (Covers(range, type))
                    return media;
        return null;
    }

    private static bool Covers(MediaTypeHeaderValue range, MediaTypeHeaderValue offer) =>
        (range.MatchesAllTypes || range.Type.Equals(offer.Type, StringComparison.OrdinalIgnoreCase))
        && (range.MatchesAllSubTypes || range.SubType.Equals(offer.SubType, StringComparison.OrdinalIgnoreCase))
        && (!range.Charset.HasValue || range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
