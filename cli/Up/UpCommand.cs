using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using EduAnalytics.Cli.Catalogues;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Dashboard;
using EduAnalytics.Gateway.Access;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Up;

/// <summary><c>edu up</c>: the whole system in one process on loopback.</summary>
internal static class UpCommand
{
    private const int DefaultPort = 8080;

    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "The port to listen on.", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 65_535)
                result.AddError("--port takes a number from 1 to 65535.");
        });
        var data = new Option<string>("--data") { Description = "The directory that holds the data.", DefaultValueFactory = _ => "data" };
        var empty = new Option<bool>("--empty") { Description = "Start without the samples where the journal is empty." };
        var store = new Option<string?>("--store")
        {
            Description = "Keep the journal in this PostgreSQL database, such as 'Host=db;Database=edu;Username=edu', and not in the directory.",
        };
        var catalogue = new Option<string>("--catalogue")
        {
            Description = "A directory with a catalogue of one's own; without it that of the program.",
            DefaultValueFactory = _ => CatalogueCommand.ShippedDirectory,
        };
        var samples = new Option<string>("--samples")
        {
            Description = "A directory with samples of one's own, such as another size of the generated city; without it those of the program.",
            DefaultValueFactory = _ => UpSettings.ShippedSamples,
        };
        var signIn = new Option<bool>("--sign-in") { Description = "Let in only who shows an API token of './edu token create'; the same as Gateway:Access:Tokens=true." };
        var bind = new Option<IPAddress?>("--bind")
        {
            Description = "The address to listen at, such as 10.0.0.5, or 0.0.0.0 for all of this machine; without it this machine alone can reach the system.",
            CustomParser = ReadAddress,
        };
        var metrics = new Option<int?>("--metrics-port") { Description = "The port on loopback where Prometheus finds /metrics; without it none is shown." };
        var command = new Command("up", "Run silo, gateway and dashboard in one process on this machine.")
        {
            port, data, empty, store, catalogue, samples, signIn, bind, metrics,
        };
        command.SetAction((parsed, cancellationToken) => Run(
            new UpSettings(parsed.GetValue(port), parsed.GetValue(data)!, parsed.GetValue(empty), parsed.GetValue(catalogue)!, parsed.GetValue(store))
            {
                Samples = parsed.GetValue(samples)!,
                SignIn = parsed.GetValue(signIn),
                Bind = parsed.GetValue(bind),
                MetricsPort = parsed.GetValue(metrics),
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> Run(UpSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            if (Ports.WhyTaken(settings.Bind ?? IPAddress.Loopback, settings.Port) is { } why)
                return Refusal.Tell(why);
            await using var app = EmbeddedHost.Build(settings);
            await app.StartAsync(cancellationToken);
            var note = await app.Services.GetRequiredService<StartUp>().Run(cancellationToken);
            SayReady(settings, app.Services, note);
            if (DashboardServices.FontWarning is { } warning)
                Console.Error.WriteLine($"edu: {warning}");
            await app.WaitForShutdownAsync(cancellationToken);
            Console.WriteLine("edu: stopped; everything acknowledged is on disk.");
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("edu: stopped before it was ready.");
            return ExitCodes.Ok;
        }
        catch (Exception fault) when (Refusal.IsRefusal(fault))
        {
            return Refusal.Tell(fault);
        }
    }

    private static void SayReady(UpSettings settings, IServiceProvider services, string? note)
    {
        var readiness = services.GetRequiredService<Readiness>();
        var access = services.GetRequiredService<IOptions<AccessOptions>>().Value;
        var address = settings.Address;
        var place = Path.GetFullPath(settings.Data) + (settings.Store is null ? "" : "; journal in PostgreSQL");
        var data = place + (note is null ? "" : $"{Environment.NewLine}  {note}");
        Console.WriteLine(
            $"""

            EduAnalytics is ready ({readiness.Took.TotalSeconds:0.0} s): {address}
              {address}/            compare districts    {address}/live   dropout and fitness, live
              {address}/graphql     GraphQL              {address}/health/ready
              Data: {data}
              {WhoIsLetIn(access)} Ctrl-C ends it.
            """);
    }

    private static string WhoIsLetIn(AccessOptions access) => access switch
    {
        { IsSignInRequired: false } => "No sign-in is asked for: only this machine can reach this address.",
        { Tokens: false } => $"Sign-in: access tokens of {access.Authority}.",
        { HasIssuer: false } => "Sign-in: API tokens (./edu token create).",
        _ => $"Sign-in: API tokens (./edu token create) and access tokens of {access.Authority}.",
    };

    private static IPAddress? ReadAddress(ArgumentResult result)
    {
        if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
            return address;
        result.AddError($"--bind takes an IP address of this machine, such as 10.0.0.5 or 0.0.0.0, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
