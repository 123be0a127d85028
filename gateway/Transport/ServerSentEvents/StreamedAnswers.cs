using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.Rates;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace EduAnalytics.Gateway.Transport.ServerSentEvents;

/// <summary>An event stream a request, until its operation is complete, its reader leaves, or the reader's right ends.</summary>
internal sealed class StreamedAnswers(OperationRunner runner, EventStreamAnswer stream, CallerWatch watch, IHostApplicationLifetime lifetime)
{
    public async Task WriteAsync(HttpContext http, OperationRequest request, OperationKinds kinds)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        using var right = watch.Follow(http.User);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(leaving.Token, right.Ended);
        var outcome = await runner.RunAsync(request, new OperationCaller(http.User, http.RequestServices, CallerKey.Of(http)), kinds, ending.Token);
        await stream.WriteAsync(http, outcome, leaving.Token, right.Ended);
    }
}
