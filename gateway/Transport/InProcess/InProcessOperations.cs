using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Transport.Errors;
using EduAnalytics.Gateway.Transport.Http;
using EduAnalytics.Gateway.Transport.KeptAnswers;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Transport.InProcess;

/// <summary>
/// Operations for a client in the same process: the same documents, checks, limits and answers as over HTTP, without
/// the hop. It knows no shortcut to a figure.
/// </summary>
public sealed class InProcessOperations
{
    private readonly OperationRunner _runner;
    private readonly KeptRuns _runs;
    private readonly AnswerStore _kept;
    private readonly ICallers _callers;
    private readonly ResultJson _json;
    private readonly IServiceScopeFactory _scopes;
    private readonly CallerWatch _watch;

    internal InProcessOperations(
        OperationRunner runner, KeptRuns runs, AnswerStore kept, ICallers callers, ResultJson json, IServiceScopeFactory scopes, CallerWatch watch)
    {
        (_runner, _runs, _kept, _callers) = (runner, runs, kept, callers);
        (_json, _scopes, _watch) = (json, scopes, watch);
    }

    /// <summary>Runs a query or mutation.</summary>
    /// <returns>The answer as GraphQL defines it: an object with <c>data</c>, <c>errors</c> or both.</returns>
    public async Task<JsonElement> ExecuteAsync(
        string document, JsonElement variables, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!_watch.Holds(user))
            return Refusal();
        var reader = _callers.Present(user);
        if (_kept.IsOn && reader is not null && _kept.TryFind(KeyOf(document, variables, reader), out var known))
            return Parse(known.Body);
        await using var scope = _scopes.CreateAsyncScope();
        var (result, kept) = await _runs.RunAsync(
            Request(document, variables),
            new OperationCaller(user, scope.ServiceProvider),
            OperationKinds.QueriesAndMutations,
            reader,
            caller => KeyOf(document, variables, caller),
            cancellationToken);
        return kept is null ? Answer(result) : Parse(kept.Body);
    }

    /// <summary>Follows a subscription at the caller's pace until it is complete or cancelled, or the user's right ends.</summary>
    /// <returns>An answer for each event; one with <c>errors</c> and no <c>data</c> is the last.</returns>
    public async IAsyncEnumerable<JsonElement> SubscribeAsync(
        string document, JsonElement variables, ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!_watch.Holds(user))
        {
            yield return Refusal();
            yield break;
        }
        using var right = _watch.Follow(user);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, right.Ended);
        await using var scope = _scopes.CreateAsyncScope();
        var outcome = await _runner.RunAsync(
            Request(document, variables),
            new OperationCaller(user, scope.ServiceProvider),
            OperationKinds.All,
            ending.Token);
        await using var results = outcome.ResultsAsync().GetAsyncEnumerator(CancellationToken.None);
        while (await MoveNextAsync(results, right.Ended, cancellationToken))
            yield return Answer(results.Current);
        if (right.Ended.IsCancellationRequested)
            yield return Refusal();
    }

    private static async Task<bool> MoveNextAsync(
        IAsyncEnumerator<ExecutionResult> results, CancellationToken rightEnded, CancellationToken cancelled)
    {
        try
        {
            return !rightEnded.IsCancellationRequested && await results.MoveNextAsync();
        }
        catch (OperationCanceledException) when (rightEnded.IsCancellationRequested && !cancelled.IsCancellationRequested)
        {
            return false;
        }
    }

    private JsonElement Refusal() => Answer(new ExecutionResult { Errors = [UnauthenticatedError.OfEndedRight()] });

    /// <param name="variables">An object, or nothing.</param>
    private static OperationRequest Request(string document, JsonElement variables) => new(
        document, null, variables.ValueKind == JsonValueKind.Object ? JsonValues.ToInputs(variables) : Inputs.Empty, Inputs.Empty);

    private JsonElement Answer(ExecutionResult result) => Parse(_json.BytesOf(result).Span);

    private static JsonElement Parse(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>No request over HTTP has such bytes, which are no JSON.</summary>
    private static AnswerKey KeyOf(string document, JsonElement variables, Caller caller)
    {
        var asked = variables.ValueKind == JsonValueKind.Undefined ? string.Empty : variables.GetRawText();
        return AnswerKey.Of(Encoding.UTF8.GetBytes($"{document}\0{asked}"), AnswerMedia.Json, isGet: false, caller.RightsKey);
    }
}
