using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Transport.InProcess;

/// <summary>
/// The same operations for a client that lives in this process: a request as JSON goes in, answers as JSON come out, through
/// the rules and limits of every other transport.
/// </summary>
public sealed class InProcessTransport
{
    private readonly OperationRunner runner;
    private readonly ResultJson json;
    private readonly IServiceScopeFactory scopes;

    internal InProcessTransport(OperationRunner runner, ResultJson json, IServiceScopeFactory scopes) =>
        (this.runner, this.json, this.scopes) = (runner, json, scopes);

    /// <summary>
    /// The one answer to a query or mutation; for a subscription one for each event. Ending the enumeration ends the
    /// subscription.
    /// </summary>
    /// <param name="request">An object with <c>query</c> and, where needed, <c>variables</c> and <c>operationName</c>.</param>
    /// <exception cref="ArgumentException">The request is no such object.</exception>
    public async IAsyncEnumerable<JsonElement> Execute(
        JsonElement request, ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!OperationRequest.TryRead(request, out var operation, out var problem))
            throw new ArgumentException(problem, nameof(request));
        await using var scope = scopes.CreateAsyncScope();
        var caller = new OperationCaller(user, scope.ServiceProvider);
        var outcome = await runner.RunAsync(operation, caller, OperationKinds.All, cancellationToken);
        await foreach (var result in outcome.ResultsAsync().WithCancellation(cancellationToken))
            yield return Write(result);
    }

    private JsonElement Write(ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ResultJson.WriterOptions))
            json.Write(writer, result);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
