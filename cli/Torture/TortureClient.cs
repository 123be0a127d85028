using EduAnalytics.Cli.Simulate;
using EduAnalytics.Cli.Torture.Doors;

namespace EduAnalytics.Cli.Torture;

/// <summary>
/// One sender, as a careful one behaves: it sends one submission after another, and where no answer comes, or one that says
/// 'retry', it sends the same again until it is told that it was kept.
/// </summary>
/// <param name="doors">The ways to hand in, of which each submission takes one.</param>
/// <param name="mayAsk">Completes when there is someone to ask again.</param>
internal sealed class TortureClient(
    string name, IReadOnlyList<TorturedSchool> schools, IReadOnlyList<ISubmissionDoor> doors, Func<Task> mayAsk, TortureTally tally, TimeProvider time, Random random)
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
            var door = doors[random.Next(doors.Count)];
            tally.OnSent(submission.Lines);
            await BringHome(submission, door);
            submission.Acknowledge();
            tally.OnKept();

            // Now and then, what was kept is sent once more.
            if (random.Next(10) == 0)
                await RepeatForNothing(submission, door);
        }
    }

    private async Task BringHome(TorturedSubmission submission, ISubmissionDoor door)
    {
        var started = time.GetTimestamp();
        while (!await IsKept(submission, door))
        {
            if (time.GetElapsedTime(started) > patience)
                throw new TortureFailedException($"{submission.Id} was not kept within {patience.TotalSeconds:0} s. {string.Join("; ", tally.Reasons)}");
            tally.OnRepeated();
            await mayAsk();
            await Task.Delay(betweenTries, time);
        }
    }

    private async Task RepeatForNothing(TorturedSubmission submission, ISubmissionDoor door)
    {
        if (await Send(submission, door) is { Refusal: null, Duplicate: false })
            throw new TortureFailedException($"{submission.Id} was kept, sent again, and not told as a duplicate.");
    }

    /// <summary>True once it is told as kept; false where only sending it again can tell.</summary>
    private async Task<bool> IsKept(TorturedSubmission submission, ISubmissionDoor door)
    {
        if (await Send(submission, door) is not { } answer)
            return false;
        if (answer.Refusal is { } refusal)
        {
            tally.OnUnanswered(refusal);
            return answer.Retryable ? false : throw new TortureFailedException($"{submission.Id} was refused: {refusal}");
        }

        if (answer.Accepted != submission.Lines)
            throw new TortureFailedException($"{submission.Id} has {submission.Lines} lines and {answer.Accepted} were accepted.");
        if (answer.Duplicate)
            tally.OnKeptUnheard();
        return true;
    }

    /// <summary>Null where no answer came.</summary>
    private async Task<SubmissionAnswer?> Send(TorturedSubmission submission, ISubmissionDoor door)
    {
        try
        {
            return await door.Send(submission);
        }
        catch (EndpointException fault)
        {
            tally.OnUnanswered(fault.Message);
            return null;
        }
    }
}
