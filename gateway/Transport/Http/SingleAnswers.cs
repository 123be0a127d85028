using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.KeptAnswers;
using EduAnalytics.Gateway.Transport.Operations;
using EduAnalytics.Gateway.Transport.Rates;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Gateway.Transport.Http;

/// <summary>One JSON answer a request: one that was kept, where nothing behind it changed, else one made now.</summary>
internal sealed class SingleAnswers(OperationRunner runner, AnswerStore kept, HttpAnswer answer, ICallers callers, GrainsAbove above)
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
        var caller = callers.Present(http.User);
        var madeAt = kept.Now;
        var reads = GrainReads.Begin();
        var result = (await runner.RunAsync(request, new OperationCaller(http.User, http.RequestServices, CallerKey.Of(http)), kinds, http.RequestAborted)).Result;
        if (kept.IsOn && caller is not null && result is { Executed: true, Errors: null, Operation.Operation: OperationType.Query })
        {
            var behind = reads.Keys.Concat(await above.Of(caller, reads.Keys));
            await HttpAnswer.WriteAsync(http, kept.Keep(KeyOf(http, text, media, caller), answer.BytesOf(result), madeAt, behind), media);
        }
        else
        {
            await answer.WriteAsync(http, result, media);
        }
    }

    private static AnswerKey KeyOf(HttpContext http, byte[] text, AnswerMedia media, Caller caller) =>
        AnswerKey.Of(text, media, HttpMethods.IsGet(http.Request.Method), caller.RightsKey);
}
