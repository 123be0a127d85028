using System.CommandLine;
using EduAnalytics.Cli.Starting;

namespace EduAnalytics.Cli.Clusters;

/// <summary><c>edu cluster</c>: the processes that docker-compose.yml names, on this machine and on loopback.</summary>
internal static class ClusterCommand
{
    public const int UsualSilos = 3;
    public const int UsualGateways = 2;

    private const int DefaultPort = 8080;
    private const int Most = 20;

    public static Command Create()
    {
        var silos = Count("--silos", UsualSilos, "How many silos hold the org units.");
        var gateways = Count("--gateways", UsualGateways, "How many gateways answer.");
        var port = new Option<int>("--port") { Description = "The dashboard's port; the others' lie within 400 above it.", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 65_000)
                result.AddError("--port takes a number from 1 to 65000.");
        });
        var data = new Option<string>("--data") { Description = "The directory of the database and of the sessions' keys.", DefaultValueFactory = _ => "data/cluster" };
        var store = new Option<string?>("--store") { Description = "Use this PostgreSQL database, such as 'Host=db;Database=edu;Username=edu', and start none." };
        var empty = new Option<bool>("--empty") { Description = "Start without the samples where the journal is empty." };
        var signIn = new Option<bool>("--sign-in") { Description = "Let in only who shows an API token of './edu token create --store …'." };
        var command = new Command("cluster", "Run silos, gateways and a dashboard as processes of their own over PostgreSQL, on this machine.")
        {
            silos, gateways, port, data, store, empty, signIn,
        };
        command.SetAction((parsed, ending) => Run(
            new ClusterSettings(
                parsed.GetValue(silos), parsed.GetValue(gateways), parsed.GetValue(port), parsed.GetValue(data)!,
                parsed.GetValue(store), parsed.GetValue(empty), parsed.GetValue(signIn)),
            ending));
        return command;
    }

    private static async Task<int> Run(ClusterSettings settings, CancellationToken ending)
    {
        try
        {
            await using var cluster = new ClusterRun(settings);
            await cluster.Run(ending);
            Console.WriteLine("edu cluster: stopped; everything acknowledged is on disk.");
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            Console.WriteLine("edu cluster: stopped before it was ready.");
            return ExitCodes.Ok;
        }
        catch (Exception fault) when (Refusal.IsRefusal(fault))
        {
            return Refusal.Tell(fault);
        }
    }

    private static Option<int> Count(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Most)
                result.AddError($"{name} takes a number from 1 to {Most}.");
        });
        return option;
    }
}
