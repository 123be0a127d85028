using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.KeptAnswers;

/// <summary>
/// Runs operations, and keeps what may be given again: the answers to queries that have no error, hold nothing of one
/// reader's own, and wait for no unit.
/// </summary>
internal sealed class KeptRuns(OperationRunner runner, AnswerStore kept, GrainsAbove above, ResultJson json)
{
    /// <param name="reader">Whose rights the answer is made for; null for one whose right has ended, of whom nothing is kept.</param>
    /// <param name="keyOf">The key under which such an answer is kept.</param>
    /// <returns>The result, and the same as bytes where it was kept.</returns>
    public async Task<(ExecutionResult Result, KeptAnswer? Kept)> RunAsync(
        OperationRequest request, OperationCaller caller, OperationKinds kinds, Caller? reader, Func<Caller, AnswerKey> keyOf, CancellationToken ending)
    {
        var madeAt = kept.Now;
        var reads = NotedReads.Begin();
        var result = (await runner.RunAsync(request, caller, kinds, ending)).Result;
        if (!kept.IsOn || reader is null || reads.ArePersonal || reads.ArePassing || result is not { Executed: true, Errors: null, Operation.Operation: OperationType.Query })
            return (result, null);
        var behind = reads.Keys.Concat(await above.Of(reader, reads.Keys));
        return (result, kept.Keep(keyOf(reader), json.BytesOf(result).ToArray(), madeAt, behind));
    }
}
