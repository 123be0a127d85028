using System.Globalization;

namespace EduAnalytics.Cli.Simulate;

/// <summary>Sends what the schools do, at the rate asked for, until its time is over or it is stopped.</summary>
internal sealed class Simulation
{
    private static readonly TimeSpan tick = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan telling = TimeSpan.FromSeconds(1);

    /// <summary>Beyond this the system is slower than the rate, and sending more would only grow a queue.</summary>
    private const int MostUnderWay = 64;

    private readonly GraphQLEndpoint endpoint;
    private readonly SimulateSettings settings;
    private readonly TimeProvider time;
    private readonly Random random;
    private readonly SimulatedSchool[] schools;
    private readonly SimulationTally tally;
    private readonly List<Task<SimulatedOutcome>> underWay = [];
    private readonly string run;
    private int submissions;

    public Simulation(
        GraphQLEndpoint endpoint, IEnumerable<SchoolFound> schools, SimulateSettings settings, TimeProvider time, Random random, TextWriter output)
    {
        (this.endpoint, this.settings, this.time, this.random) = (endpoint, settings, time, random);
        tally = new SimulationTally(output);

        // Two runs never share an id, or the second would be answered as a repetition of the first.
        run = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyMMddHHmmss}{random.Next(0x1000):x3}");
        this.schools = [.. schools.Select(school => new SimulatedSchool(school, run, random))];
    }

    /// <returns>Lines accepted.</returns>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(tick, time);
        var (started, told, owed, before) = (time.GetTimestamp(), TimeSpan.Zero, 0.0, TimeSpan.Zero);
        while (await Continue(timer, cancellationToken))
        {
            var elapsed = time.GetElapsedTime(started);
            owed += settings.Rate * (elapsed - before).TotalSeconds;
            before = elapsed;
            Settle();
            Send((int)owed);
            owed -= (int)owed;
            if (elapsed - told >= telling)
            {
                told = elapsed;
                tally.Tell(elapsed);
            }

            if (elapsed >= settings.For)
                break;
        }

        await Task.WhenAll(underWay);
        Settle();
        tally.Tell(time.GetElapsedTime(started));
        return tally.Accepted;
    }

    /// <summary>Lines that fall due together go out as one submission for each school and kind, as a school would send them.</summary>
    private void Send(int lines)
    {
        if (underWay.Count >= MostUnderWay)
            return;
        var due = Enumerable.Range(0, lines)
            .Select(_ => schools[random.Next(schools.Length)])
            .Select(school => (School: school, Line: school.Next()))
            .GroupBy(line => (line.School, line.Line.GetType()), line => line.Line);
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        foreach (var group in due)
        {
            var submission = new SimulatedSubmission($"sim-{run}-{++submissions}", group.Key.School, [.. group]);
            tally.OnSent(submission.Lines.Count);
            underWay.Add(submission.SendTo(endpoint, today));
        }
    }

    private void Settle()
    {
        var settled = underWay.Where(task => task.IsCompleted).ToList();
        foreach (var task in settled)
        {
            underWay.Remove(task);
            tally.OnOutcome(task.Result);
            if (task.Result is not SimulatedOutcome.Accepted { Submission: var submission })
                continue;
            foreach (var line in submission.Lines)
                submission.School.OnAccepted(line);
        }
    }

    private static async Task<bool> Continue(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
