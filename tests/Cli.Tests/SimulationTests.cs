using EduAnalytics.Cli.Simulate;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Cli.Tests;

public sealed class SimulationTests : IDisposable
{
    private readonly RuledServer server = new();
    private readonly HttpClient http;
    private readonly StringWriter output = new();

    public SimulationTests() => http = new HttpClient(server);

    public void Dispose()
    {
        http.Dispose();
        server.Dispose();
        output.Dispose();
    }

    private GraphQLEndpoint Endpoint => new(http, new Uri("http://edu.invalid/graphql"));

    private Task<int> Simulate(double seconds, int seed = 1) => SimulateUntil(seconds, seed, TestContext.Current.CancellationToken);

    private async Task<int> SimulateUntil(double seconds, int seed, CancellationToken stop)
    {
        var settings = new SimulateSettings(new Uri("http://edu.invalid/graphql"), Rate: 2000, TimeSpan.FromSeconds(seconds));
        var schools = await SchoolsFound.ReadFrom(Endpoint, TestContext.Current.CancellationToken);
        return await new Simulation(Endpoint, schools, settings, TimeProvider.System, new Random(seed), output).Run(stop);
    }

    /// <summary>However slow the machine, it goes on until there is enough to look at.</summary>
    private async Task<int> SimulateUntil(Func<bool> enough)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        server.OnTaken = () =>
        {
            if (enough())
                stop.Cancel();
        };
        return await SimulateUntil(60, 1, stop.Token);
    }

    [Fact]
    public async Task The_domains_rules_accept_every_line_that_is_sent()
    {
        var accepted = await SimulateUntil(() => server.Events.Count + server.Results.Count > 1000);

        Assert.Empty(server.Errors);
        Assert.Equal(accepted, server.Events.Count + server.Results.Count);
    }

    [Fact]
    public async Task There_is_news_of_every_kind_and_more_who_come_than_leave()
    {
        await SimulateUntil(() => server.Events.Count > 1000 && server.Events.Any(line => line.Kind == EnrolmentKind.Returned));

        var kinds = server.Events.CountBy(line => line.Kind).ToDictionary();
        foreach (var kind in new[] { EnrolmentKind.DroppedOut, EnrolmentKind.Returned, EnrolmentKind.TransferredOut })
            Assert.Contains(kind, kinds.Keys);
        Assert.True(kinds[EnrolmentKind.Enrolled] > 3 * kinds[EnrolmentKind.DroppedOut]);
        Assert.True(server.Results.Select(result => FitnessBands.Of(result.Score!.Value)).Distinct().Count() > 2);
    }

    [Fact]
    public async Task Kindergartens_are_sent_nothing_and_schools_on_later_pages_are()
    {
        var schools = await SchoolsFound.ReadFrom(Endpoint, TestContext.Current.CancellationToken);

        Assert.Equal([("230402-s08", 9), ("230402-s05", 3)], schools.Select(school => (school.Id, school.Grades.Count)));
    }

    [Fact]
    public async Task Two_runs_share_no_student_and_no_submission()
    {
        await Simulate(seconds: 0.2, seed: 1);
        await Simulate(seconds: 0.2, seed: 2);

        Assert.Equal(server.SubmissionIds.Count, server.SubmissionIds.Distinct().Count());
        Assert.Empty(server.Errors);
        Assert.All(server.Events, line => Assert.StartsWith("sim-", line.Student, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stopping_it_ends_it_with_a_last_count()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var accepted = await SimulateUntil(600, 1, stop.Token);

        Assert.Contains($"accepted {accepted} ", output.ToString().TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_counted_and_its_reason_told_once()
    {
        server.Refusal = "The school is closed today.";

        Assert.Equal(0, await Simulate(seconds: 0.3));
        Assert.Single(output.ToString().Split('\n'), line => line.Contains("refused: The school is closed today.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_system_is_counted_and_does_not_end_the_run()
    {
        server.Broken = true;

        Assert.Equal(0, await Simulate(seconds: 0.3));
        Assert.Contains("answers 502 and no JSON", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_the_operator_is_told_what_to_start()
    {
        using var nobody = new HttpClient();
        var endpoint = new GraphQLEndpoint(nobody, new Uri("http://127.0.0.1:1/graphql"));

        var fault = await Assert.ThrowsAsync<EndpointException>(() => SchoolsFound.ReadFrom(endpoint, TestContext.Current.CancellationToken));

        Assert.StartsWith("No system answers at http://127.0.0.1:1/graphql; start one with ./edu up.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rate", "0", "--rate takes a number above 0")]
    [InlineData("--for", "5x", "--for takes a duration such as 60s")]
    [InlineData("--url", "here", "--url takes an address such as")]
    public void An_option_that_makes_no_sense_is_refused_with_what_would(string option, string value, string told)
    {
        var parsed = SimulateCommand.Create().Parse([option, value]);

        Assert.StartsWith(told, Assert.Single(parsed.Errors).Message, StringComparison.Ordinal);
    }
}
