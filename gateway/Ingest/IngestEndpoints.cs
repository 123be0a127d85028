using System.Diagnostics.CodeAnalysis;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Ingest.Answers;
using EduAnalytics.Gateway.Ingest.Files;
using EduAnalytics.Gateway.Ingest.Lines;
using EduAnalytics.Gateway.Submissions;
using EduAnalytics.Gateway.Transport.Rates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Ingest;

/// <summary>The bulk API: a stream of lines in, an answer for each submission out.</summary>
internal static class IngestEndpoints
{
    public static void MapEduIngest(this IEndpointRouteBuilder endpoints, string path = "/ingest")
    {
        var commands = endpoints.ServiceProvider.GetRequiredService<SubmissionCommands>();
        var counted = endpoints.MapGroup("");
        endpoints.ServiceProvider.GetRequiredService<CountedRequests>()
            .At(counted, (http, problem) => RefusedRequest.Tell(http, problem.Status, new SubmissionError(problem.Code, problem.Message)));
        counted.MapPost($"{path}/enrolment", http => Handle(http, (caller, _) => new EnrolmentFormat(commands, caller)));
        counted.MapPost($"{path}/fitness", http => Handle(http, (caller, _) => new FitnessFormat(commands, caller)));
        counted.MapPost($"{path}/figures", http => Handle(http, (caller, request) => new FigureFormat(commands, caller, request.Name)));
        counted.MapPost($"{path}/org-units", http => Handle(http, (caller, _) => new OrgUnitFormat(commands, caller)));

        // Before the dashboard's page of that address, which would take a form as well.
        counted.MapPost("/import", endpoints.ServiceProvider.GetRequiredService<FileRequests>().Handle).DisableAntiforgery().WithOrder(-1);
    }

    private static async Task Handle<T>(HttpContext http, Func<Caller, IngestRequest, ILineFormat<T>> formatFor)
    {
        if (!TryAdmit(http, out var caller, out var refusal))
        {
            await RefusedRequest.Tell(http, StatusCodes.Status403Forbidden, refusal);
            return;
        }

        if (!IngestRequest.TryRead(http.Request, out var request, out var status, out var problem))
        {
            await RefusedRequest.Tell(http, status, problem!);
            return;
        }

        var services = http.RequestServices;
        var options = services.GetRequiredService<IOptions<IngestOptions>>().Value;
        if (http.Request.ContentLength > options.MaxStreamBytes)
        {
            await RefusedRequest.Tell(http, StatusCodes.Status413PayloadTooLarge, TooLong(options));
            return;
        }

        LetItTakeItsTime(http, options);
        var instruments = services.GetRequiredService<IngestInstruments>();
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.ContentType = IngestRequest.MediaType;
        var answers = new AnswerStream(http.Response, leaving.Token);
        using var stream = new IngestStream<T>(
            request, formatFor(caller, request), options, services.GetRequiredService<IngestDecisions>(), answers.Add);
        instruments.StreamOpened();
        try
        {
            await stream.Run(http.Request.BodyReader, leaving.Token);
            await answers.Complete();
        }
        catch (Exception left) when (left is OperationCanceledException or IOException && leaving.IsCancellationRequested)
        {
            // Nobody reads the answers any more, or the server stops. What was sent to the silo takes its course there.
            http.Abort();
        }
        finally
        {
            instruments.StreamClosed();
        }
    }

    /// <summary>False before a byte of the stream is read, where the caller may send nothing at all.</summary>
    private static bool TryAdmit(HttpContext http, [NotNullWhen(true)] out Caller? caller, [NotNullWhen(false)] out SubmissionError? refusal) =>
        SendingCallers.TryAdmit(http.RequestServices.GetRequiredService<ICallers>(), http.User, out caller, out refusal);

    /// <summary>
    /// The server would cut off a sender that pauses, and one that reads its answers only at the end; a school's line may
    /// do the one, and most HTTP libraries do the other.
    /// </summary>
    private static void LetItTakeItsTime(HttpContext http, IngestOptions options)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = options.MaxStreamBytes;
        if (http.Features.Get<Microsoft.AspNetCore.Server.Kestrel.Core.Features.IHttpMinRequestBodyDataRateFeature>() is { } sending)
            sending.MinDataRate = null;
        if (http.Features.Get<Microsoft.AspNetCore.Server.Kestrel.Core.Features.IHttpMinResponseDataRateFeature>() is { } reading)
            reading.MinDataRate = null;
    }

    private static SubmissionError TooLong(IngestOptions options) =>
        new(SubmissionErrorCodes.TooLarge, $"The stream is longer than {options.MaxStreamBytes} bytes (Ingest:MaxStreamBytes); send it in parts, each under a name of its own.");
}
