using System.CommandLine;
using EduAnalytics.Cli.Simulate;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Torture;

/// <summary><c>edu torture</c>: the proof that a crash loses nothing and counts nothing twice.</summary>
internal static class TortureCommand
{
    private const int MostSilos = 20;

    public static Command Create()
    {
        var kills = Number("--kills", "How often the system is killed; of a cluster, how many faults happen to it at the most.", 20, 1, 100_000);
        var clients = Number("--clients", "How many senders go on at once.", 4, 1, 64);
        var seed = new Option<int?>("--seed") { Description = "Repeats a run's content and moments; without it a new one is taken and told." };
        var store = new Option<string?>("--store") { Description = "An empty PostgreSQL database for the journal; without it SQLite. A cluster starts its own." };
        var data = new Option<string?>("--data") { Description = "An empty directory for the data; without it a temporary one." };
        var isCluster = new Option<bool>("--cluster") { Description = "Torture a cluster of processes: faults in turn, while readers check that no total goes back." };
        var silos = Number("--silos", "A cluster's silos.", 3, 2, MostSilos);
        var gateways = Number("--gateways", "A cluster's gateways.", 2, 1, MostSilos);
        var seconds = Number("--seconds", "No fault begins in a cluster after this time.", 600, 1, 86_400);
        var gap = Number("--longest-gap", "For how many seconds a reader of a cluster may be without a comparison.", 30, 1, 3_600);
        var pause = Number("--longest-pause", "The same for one who asks through the dashboard, while processes are restarted one after the other.", 10, 1, 3_600);
        var faults = new FaultsOption();
        var command = new Command("torture", "Start the system on an empty directory, send, kill it again and again, and compare every count at the end.")
        {
            kills, clients, seed, store, data, isCluster, silos, gateways, seconds, gap, pause, faults,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(isCluster) && result.GetValue(store) is not null)
                result.AddError("--cluster starts a database of its own, which it crashes too; leave out --store.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var (strikes, senders, chosen) = (parsed.GetValue(kills), parsed.GetValue(clients), parsed.GetValue(seed) ?? new Random().Next(1_000_000));
            return Run(parsed.GetValue(data), chosen, parsed.GetValue(isCluster)
                ? directory => TortureCluster(
                    new ClusterTortureSettings(
                        parsed.GetValue(silos), parsed.GetValue(gateways), senders, parsed.GetValue(faults)!, strikes,
                        TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeSpan.FromSeconds(parsed.GetValue(gap)), TimeSpan.FromSeconds(parsed.GetValue(pause)), chosen, directory),
                    cancellationToken)
                : directory => TortureSystem(new TortureSettings(strikes, senders, chosen, parsed.GetValue(store), directory), cancellationToken), cancellationToken);
        });
        return command;
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < least || result.GetValueOrDefault<int>() > most)
                result.AddError($"{name} takes a number from {least} to {most}.");
        });
        return option;
    }

    private static async Task TortureSystem(TortureSettings settings, CancellationToken cancellationToken)
    {
        await using var torture = new TortureRun(settings, TimeProvider.System, Console.Out);
        await torture.Run(cancellationToken);
    }

    private static async Task TortureCluster(ClusterTortureSettings settings, CancellationToken cancellationToken)
    {
        await using var network = await SiloNetwork.Lay(settings.Silos);
        await using var torture = new ClusterTorture(settings, network, TimeProvider.System, Console.Out);
        await torture.Run(cancellationToken);
    }

    private static async Task<int> Run(string? given, int seed, Func<string, Task> torture, CancellationToken cancellationToken)
    {
        var directory = given ?? Directory.CreateTempSubdirectory("edu-torture-").FullName;
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            return Fail($"The directory '{directory}' is not empty; torture starts from nothing.", ExitCodes.Refused);
        Directory.CreateDirectory(directory);
        try
        {
            await torture(directory);
            if (given is null)
                Directory.Delete(directory, recursive: true);
            return ExitCodes.Ok;
        }
        catch (Exception failure) when (failure is TortureFailedException or EndpointException)
        {
            return Fail($"{failure.Message}{Environment.NewLine}     Seed {seed}; the data is left in {directory}.", ExitCodes.Failed);
        }
        catch (Exception refusal) when (Refusal.IsRefusal(refusal))
        {
            return Refusal.Tell(refusal);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail($"stopped; the data is left in {directory}.", ExitCodes.Failed);
        }
    }

    private static int Fail(string why, int exitCode)
    {
        Console.Error.WriteLine($"edu: {why}");
        return exitCode;
    }
}
