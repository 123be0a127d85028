using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace EduAnalytics.Cli.Simulate;

/// <summary><c>edu simulate</c>: a city at work, sent to a running system as any client would.</summary>
internal static class SimulateCommand
{
    private const double DefaultRate = 5;
    private const double HighestRate = 100_000;

    public static Command Create()
    {
        var rate = new Option<double>("--rate") { Description = "Events a second.", DefaultValueFactory = _ => DefaultRate };
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= HighestRate))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--rate takes a number above 0 and up to {HighestRate}."));
        });
        var url = new Option<Uri>("--url")
        {
            Description = "The address of the running system.",
            DefaultValueFactory = _ => new Uri("http://127.0.0.1:8080"),
            CustomParser = WebAddress.Read,
        };
        var duration = new Option<TimeSpan?>("--for")
        {
            Description = "How long to go on, such as 60s, 5m or 1h; without it until Ctrl-C.",
            CustomParser = ReadDuration,
        };
        var token = TokenOption.Create();
        var command = new Command("simulate", "Send enrolment events and fitness results for the generated schools.") { rate, url, duration, token };
        command.SetAction((parsed, cancellationToken) => Run(
            new SimulateSettings(new Uri(parsed.GetValue(url)!, "/graphql"), parsed.GetValue(rate), parsed.GetValue(duration), parsed.GetValue(token)), cancellationToken));
        return command;
    }

    private static async Task<int> Run(SimulateSettings settings, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        TokenOption.Present(http, settings.Token);
        try
        {
            var endpoint = new GraphQLEndpoint(http, settings.Endpoint);
            var schools = await SchoolsFound.ReadFrom(endpoint, cancellationToken);
            if (schools.Count == 0)
                return Fail($"The system at {settings.Endpoint} has no generated schools; it was started with --empty.");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"edu: {settings.Rate} events a second for {schools.Count} generated schools to {settings.Endpoint}. Ctrl-C ends it."));
            await MonthlyReports.CatchUp(endpoint, schools, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime), cancellationToken);
            await new Simulation(endpoint, schools, settings, TimeProvider.System, new Random(), Console.Out).Run(cancellationToken);
            return ExitCodes.Ok;
        }
        catch (EndpointException fault)
        {
            return Fail(fault.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Ok;
        }
    }

    private static TimeSpan? ReadDuration(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        double? seconds = text.Length == 0 ? null : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => null };
        if (seconds is { } unit && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0)
            return TimeSpan.FromSeconds(unit * number);
        result.AddError($"--for takes a duration such as 60s, 5m or 1h, not '{text}'.");
        return null;
    }

    private static int Fail(string why)
    {
        Console.Error.WriteLine($"edu: {why}");
        return ExitCodes.Failed;
    }
}
