using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.KeptAnswers;
using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.Rates;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>One JSON answer a request: one that was kept, where nothing behind it changed, else one made now.</summary>
internal sealed class SingleAnswers(KeptRuns runs, AnswerStore kept, HttpAnswer answer, ICallers callers)
{
    /// <summary>False where none is kept that still holds.</summary>
    /// <param name="text">The request's parameters to the last byte.</param>
    public async ValueTask<bool> TryGiveKeptAsync(HttpContext http, byte[] text, AnswerMedia media)
    {
        // Whose right has ended is given nothing that was kept, and hears so from the fields.
        if (!kept.IsOn || callers.Present(http.User) is not { } caller || !kept.TryFind(KeyOf(http, text, media, caller), out var known))
            return false;
        await HttpAnswer.WriteAsync(http, known, media);
        return true;
    }

    public async Task WriteAsync(HttpContext http, byte[] text, OperationRequest request, AnswerMedia media, OperationKinds kinds)
    {
        var (result, known) = await runs.RunAsync(
            request,
            new OperationCaller(http.User, http.RequestServices, CallerKey.Of(http)),
            kinds,
            callers.Present(http.User),
            caller => KeyOf(http, text, media, caller),
            http.RequestAborted);
        if (known is not null)
            await HttpAnswer.WriteAsync(http, known, media);
        else
            await answer.WriteAsync(http, result, media);
    }

    private static AnswerKey KeyOf(HttpContext http, byte[] text, AnswerMedia media, Caller caller) =>
        AnswerKey.Of(text, media, HttpMethods.IsGet(http.Request.Method), caller.RightsKey);
}
