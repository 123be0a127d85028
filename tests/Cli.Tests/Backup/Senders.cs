using System.Collections.Concurrent;
using EduAnalytics.Testing;

namespace EduAnalytics.Cli.Tests.Backup;

/// <summary>Schools that send enrolments one after the other until they are told to stop, and remember what was acknowledged.</summary>
internal sealed class Senders
{
    /// <summary>Students that each submission enrols.</summary>
    public const int Students = 5;

    private const string Enrol =
        """
        mutation ($id: ID!, $school: ID!, $events: [EnrolmentEventInput!]!) {
          recordEnrolment(input: { submissionId: $id, school: $school, events: $events }) { accepted duplicate errors { message } } }
        """;

    private readonly RunningSystem system;
    private readonly IReadOnlyList<string> schools;
    private readonly ConcurrentQueue<(string School, int Number)> acknowledged = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource> waiting = new();
    private readonly Task sending;
    private volatile bool isStopping;

    public Senders(RunningSystem system, IReadOnlyList<string> schools)
    {
        (this.system, this.schools) = (system, schools);
        sending = Task.WhenAll(schools.Select(school => Task.Run(() => Send(school))));
    }

    /// <summary>How many submissions were acknowledged so far.</summary>
    public int Acknowledged => acknowledged.Count;

    /// <summary>Returns once so many more have been acknowledged.</summary>
    public Task More(int count)
    {
        var at = waiting.GetOrAdd(Acknowledged + count, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        Tell();
        return Task.WhenAny(at.Task, sending).Unwrap();
    }

    public Task Stop()
    {
        isStopping = true;
        return sending;
    }

    /// <summary>Sends everything that was acknowledged to another system.</summary>
    /// <returns>How many of the submissions it had already.</returns>
    public async Task<int> SendAgain(RunningSystem other)
    {
        var repeated = 0;
        foreach (var (school, number) in acknowledged)
            repeated += await Send(other, school, number) ? 1 : 0;
        return repeated;
    }

    private async Task Send(string school)
    {
        for (var number = 0; !isStopping; number++)
        {
            await Send(system, school, number);
            acknowledged.Enqueue((school, number));
            Tell();
        }
    }

    /// <summary>True where the system had it.</summary>
    private static async Task<bool> Send(RunningSystem system, string school, int number)
    {
        var events = Enumerable.Range(0, Students)
            .Select(student => new { student = $"{school}-{number}-{student}", kind = "ENROLLED", date = "2025-09-01", grade = 1, sex = "FEMALE" });
        var answer = (await system.Query(Enrol, new { id = $"{school}-{number}", school, events })).GetProperty("recordEnrolment");
        Assert.Equal(Students, answer.GetProperty("accepted").GetInt32());
        return answer.GetProperty("duplicate").GetBoolean();
    }

    private void Tell()
    {
        foreach (var (count, at) in waiting)
            if (Acknowledged >= count)
                at.TrySetResult();
    }
}
