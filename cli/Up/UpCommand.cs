using System.CommandLine;
using EduAnalytics.Cli.Catalogues;
using EduAnalytics.Dashboard;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Journal;
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
        var command = new Command("up", "Run silo, gateway and dashboard in one process on this machine.")
        {
            port, data, empty, store, catalogue,
        };
        command.SetAction((parsed, cancellationToken) => Run(
            new UpSettings(parsed.GetValue(port), parsed.GetValue(data)!, parsed.GetValue(empty), parsed.GetValue(catalogue)!, parsed.GetValue(store)),
            cancellationToken));
        return command;
    }

    private static async Task<int> Run(UpSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            if (LoopbackPorts.WhyTaken(settings.Port) is { } why)
                return Refuse(why);
            await using var app = EmbeddedHost.Build(settings);
            await app.StartAsync(cancellationToken);
            var note = await app.Services.GetRequiredService<StartUp>().Run(cancellationToken);
            SayReady(settings, app.Services.GetRequiredService<Readiness>(), note);
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
        catch (Exception e) when (e is JournalDirectoryException or JournalSchemaException or JournalUnavailableException
            or CatalogueFaultyException or OptionsValidationException or StartRefusedException)
        {
            return Refuse(e.Message);
        }
    }

    private static void SayReady(UpSettings settings, Readiness readiness, string? note)
    {
        var address = settings.Address;
        var place = Path.GetFullPath(settings.Data) + (settings.Store is null ? "" : "; journal in PostgreSQL");
        var data = place + (note is null ? "" : $"{Environment.NewLine}  {note}");
        Console.WriteLine(
            $"""

            EduAnalytics is ready ({readiness.Took.TotalSeconds:0.0} s): {address}
              {address}/            compare districts    {address}/live   dropout and fitness, live
              {address}/graphql     GraphQL              {address}/health/ready
              Data: {data}
              No sign-in is asked for: only this machine can reach this address. Ctrl-C ends it.
            """);
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine($"edu: {why}");
        return ExitCodes.Refused;
    }
}
