using System.CommandLine;
using EduAnalytics.Cli.Simulate;

namespace EduAnalytics.Cli.Torture;

/// <summary><c>edu torture</c>: the proof that a crash loses nothing and counts nothing twice.</summary>
internal static class TortureCommand
{
    public static Command Create()
    {
        var kills = Number("--kills", "How often the system is killed.", 20, 100_000);
        var clients = Number("--clients", "How many senders go on at once.", 4, 64);
        var seed = new Option<int?>("--seed") { Description = "Repeats a run's content and moments; without it a new one is taken and told." };
        var store = new Option<string?>("--store") { Description = "An empty PostgreSQL database for the journal; without it SQLite." };
        var data = new Option<string?>("--data") { Description = "An empty directory for the data; without it a temporary one." };
        var command = new Command("torture", "Start the system on an empty directory, send, kill it again and again, and compare every count at the end.")
        {
            kills, clients, seed, store, data,
        };
        command.SetAction((parsed, cancellationToken) => Run(
            parsed.GetValue(data),
            directory => new TortureSettings(
                parsed.GetValue(kills), parsed.GetValue(clients), parsed.GetValue(seed) ?? new Random().Next(1_000_000), parsed.GetValue(store), directory),
            cancellationToken));
        return command;
    }

    private static Option<int> Number(string name, string description, int usual, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1 || result.GetValueOrDefault<int>() > most)
                result.AddError($"{name} takes a number from 1 to {most}.");
        });
        return option;
    }

    private static async Task<int> Run(string? given, Func<string, TortureSettings> settingsFor, CancellationToken cancellationToken)
    {
        var directory = given ?? Directory.CreateTempSubdirectory("edu-torture-").FullName;
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            return Fail($"The directory '{directory}' is not empty; torture starts from nothing.", ExitCodes.Refused);
        var settings = settingsFor(directory);
        try
        {
            await using (var torture = new TortureRun(settings, TimeProvider.System, Console.Out))
                await torture.Run(cancellationToken);
            if (given is null)
                Directory.Delete(directory, recursive: true);
            return ExitCodes.Ok;
        }
        catch (Exception failure) when (failure is TortureFailedException or EndpointException)
        {
            return Fail($"{failure.Message}{Environment.NewLine}     Seed {settings.Seed}; the data is left in {directory}.", ExitCodes.Failed);
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
