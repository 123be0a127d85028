using EduAnalytics.Testing;

namespace EduAnalytics.Benchmarks.Dashboard.Live;

/// <summary>
/// Ten submissions a second from schools all over the city: a new student and a fitness result by turns, each of which is
/// counted at its school, in its district and in the city.
/// </summary>
internal sealed class Arrivals
{
    public const int ASecond = 10;

    private readonly RunningSystem system;
    private readonly string[] schools;
    private readonly int year = TimeProvider.System.GetUtcNow().Year;
    private int sent;

    private Arrivals(RunningSystem system, string[] schools) => (this.system, this.schools) = (system, schools);

    public static async Task<Arrivals> Prepare(RunningSystem system)
    {
        var found = await system.Query("{ orgUnits(where: { level: SCHOOL, stage: PRIMARY, synthetic: true }, first: 500) { nodes { id } } }");
        return new Arrivals(system, [.. found.GetProperty("orgUnits").GetProperty("nodes").EnumerateArray().Select(school => school.GetProperty("id").GetString()!)]);
    }

    /// <summary>Sends for so long, and does not wait for one before it sends the next.</summary>
    /// <returns>When each was sent, in milliseconds of the Unix epoch.</returns>
    public async Task<IReadOnlyList<double>> Send(TimeSpan duration)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / ASecond));
        var (times, underWay) = (new List<double>(), new List<Task>());
        for (var left = (int)(duration.TotalSeconds * ASecond); left > 0 && await beat.WaitForNextTickAsync(); left--)
        {
            times.Add(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            underWay.Add(Submit());
        }

        await Task.WhenAll(underWay);
        return times;
    }

    private Task Submit()
    {
        var (number, name) = (sent++, $"live-{Guid.NewGuid():N}");
        var school = schools[number * 37 % schools.Length];
        return number % 2 == 0
            ? Send("recordEnrolment", new { submissionId = name, school, events = new[] { new { student = name, kind = "ENROLLED", date = $"{year}-01-02", grade = 1 } } })
            : Send("recordFitness", new { submissionId = name, school, results = new[] { new { student = name, testedOn = $"{year}-10-09", grade = 1, sex = "FEMALE", score = 50 + (number % 50) } } });
    }

    private async Task Send(string mutation, object input)
    {
        var kind = $"R{mutation[1..]}Input";
        var answer = await system.Query($"mutation ($input: {kind}!) {{ {mutation}(input: $input) {{ accepted errors {{ message }} }} }}", new { input });
        if (answer.GetProperty(mutation).GetProperty("accepted").GetInt32() != 1)
            throw new InvalidOperationException(answer.ToString());
    }
}
