using System.Net;
using System.Net.Http.Json;
using EduAnalytics.Cli.Torture.Readers;

namespace EduAnalytics.Cli.Tests.Torture;

/// <summary>A gateway that gives one answer after the other, and with the last tells the reader to stop.</summary>
internal sealed class StagedGateway(IEnumerable<Func<HttpResponseMessage>> answers, CancellationTokenSource last) : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> waiting = new(answers);

    /// <summary>A comparison with one unit's total in it.</summary>
    public static HttpResponseMessage Comparison(string unit, Total total) => Json(new
    {
        data = new
        {
            comparison = new
            {
                series = new[] { new { orgUnit = new { id = unit }, points = new[] { new { version = total.Version, value = total.OnRoll } } } },
                warnings = Array.Empty<object>(),
            },
        },
    });

    public static HttpResponseMessage Error(string message, bool retryable) => Json(new { errors = new[] { new { message, extensions = new { retryable } } } });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = waiting.Dequeue();
        if (waiting.Count == 0)
            await last.CancelAsync();
        return answer();
    }

    private static HttpResponseMessage Json(object content) => new(HttpStatusCode.OK) { Content = JsonContent.Create(content) };
}
