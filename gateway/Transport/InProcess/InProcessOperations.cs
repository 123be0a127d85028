using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
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
    private readonly ResultJson _json;
    private readonly IServiceScopeFactory _scopes;

    internal InProcessOperations(OperationRunner runner, ResultJson json, IServiceScopeFactory scopes) =>
        (_runner, _json, _scopes) = (runner, json, scopes);

    /// <summary>Runs a query or mutation.</summary>
    /// <returns>The answer as GraphQL defines it: an object with <c>data</c>, <c>errors</c> or both.</returns>
    public async Task<JsonElement> ExecuteAsync(
        string document, JsonElement variables, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var outcome = await _runner.RunAsync(
            Request(document, variables),
            new OperationCaller(user, scope.ServiceProvider),
            OperationKinds.QueriesAndMutations,
            cancellationToken);
        return Answer(outcome.Result);
    }

    /// <summary>Follows a subscription at the caller's pace until it is complete or cancelled.</summary>
    /// <returns>An answer for each event; one with <c>errors</c> and no <c>data</c> is the last.</returns>
    public async IAsyncEnumerable<JsonElement> SubscribeAsync(
        string document, JsonElement variables, ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var outcome = await _runner.RunAsync(
            Request(document, variables),
            new OperationCaller(user, scope.ServiceProvider),
            OperationKinds.All,
            cancellationToken);
        await foreach (var result in outcome.ResultsAsync())
            yield return Answer(result);
    }

    /// <param name="variables">An object, or nothing.</param>
    private static OperationRequest Request(string document, JsonElement variables) => new(
        document, null, variables.ValueKind == JsonValueKind.Object ? JsonValues.ToInputs(variables) : Inputs.Empty, Inputs.Empty);

    private JsonElement Answer(ExecutionResult result)
    {
        var text = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, ResultJson.WriterOptions))
            _json.Write(writer, result);
        var reader = new Utf8JsonReader(text.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
