using System.Text.Json;
using EduAnalytics.Cli.Simulate;

namespace EduAnalytics.Cli.Torture;

/// <summary>
/// One sender, as a careful one behaves: it sends one submission after another, and where no answer comes, or one that says
/// 'retry', it sends the same again until it is told that it was kept.
/// </summary>
internal sealed class TortureClient(
    string name, IReadOnlyList<TorturedSchool> schools, GraphQLEndpoint endpoint, Victim victim, TortureTally tally, TimeProvider time, Random random)
{
    private static readonly TimeSpan betweenTries = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(10);

    /// <summary>Sends until it is told to stop; the submission under way is brought to its end first.</summary>
    public async Task Run(CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            var submission = TorturedSubmission.Next($"{name}-{number}", schools[random.Next(schools.Count)], random, today);
            tally.OnSent(submission.Lines);
            await BringHome(submission);
            submission.Acknowledge();
            tally.OnKept();

            // Now and then, what was kept is sent once more.
            if (random.Next(10) == 0)
                await RepeatForNothing(submission);
        }
    }

    private async Task BringHome(TorturedSubmission submission)
    {
        var started = time.GetTimestamp();
        while (!await IsKept(submission))
        {
            if (time.GetElapsedTime(started) > patience)
                throw new TortureFailedException($"{submission.Id} was not kept within {patience.TotalSeconds:0} s. {string.Join("; ", tally.Reasons)}");
            tally.OnRepeated();
            await victim.Ready;
            await Task.Delay(betweenTries, time);
        }
    }

    private async Task RepeatForNothing(TorturedSubmission submission)
    {
        if (await Send(submission) is { } payload && payload.GetProperty("errors").GetArrayLength() == 0 && !payload.GetProperty("duplicate").GetBoolean())
            throw new TortureFailedException($"{submission.Id} was kept, sent again, and not told as a duplicate.");
    }

    /// <summary>True once it is told as kept; false where only sending it again can tell.</summary>
    private async Task<bool> IsKept(TorturedSubmission submission)
    {
        if (await Send(submission) is not { } payload)
            return false;
        if (payload.GetProperty("errors") is { } errors && errors.GetArrayLength() > 0)
            return errors[0].GetProperty("retryable").GetBoolean()
                ? false
                : throw new TortureFailedException($"{submission.Id} was refused: {errors[0].GetProperty("message").GetString()}");
        if (payload.GetProperty("accepted").GetInt32() is var accepted && accepted != submission.Lines)
            throw new TortureFailedException($"{submission.Id} has {submission.Lines} lines and {accepted} were accepted.");
        if (payload.GetProperty("duplicate").GetBoolean())
            tally.OnKeptUnheard();
        return true;
    }

    /// <summary>Null where no answer came.</summary>
    private async Task<JsonElement?> Send(TorturedSubmission submission)
    {
        try
        {
            return (await endpoint.Ask(submission.Mutation, new { input = submission.Input }, CancellationToken.None)).GetProperty("payload");
        }
        catch (EndpointException fault)
        {
            tally.OnUnanswered(fault.Message);
            return null;
        }
    }
}
