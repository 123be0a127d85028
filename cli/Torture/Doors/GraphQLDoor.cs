using EduAnalytics.Cli.Simulate;

namespace EduAnalytics.Cli.Torture.Doors;

/// <summary>The mutations, at one gateway after another.</summary>
internal sealed class GraphQLDoor(IReadOnlyList<GraphQLEndpoint> gateways) : ISubmissionDoor
{
    private int asked;

    public async Task<SubmissionAnswer> Send(TorturedSubmission submission)
    {
        var gateway = gateways[asked++ % gateways.Count];
        var data = await gateway.Ask(submission.Mutation, new { input = submission.Input }, CancellationToken.None);
        var payload = data.GetProperty("payload");
        var errors = payload.GetProperty("errors");
        var isRefused = errors.GetArrayLength() > 0;
        return new SubmissionAnswer(
            payload.GetProperty("accepted").GetInt32(),
            payload.GetProperty("duplicate").GetBoolean(),
            isRefused ? errors[0].GetProperty("message").GetString() : null,
            isRefused && errors[0].GetProperty("retryable").GetBoolean());
    }
}
