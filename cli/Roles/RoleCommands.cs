using System.CommandLine;
using EduAnalytics.Cli.Catalogues;
using EduAnalytics.Cli.Telemetry.Metrics;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Journal;

namespace EduAnalytics.Cli.Roles;

/// <summary><c>edu silo</c>, <c>edu gateway</c>, <c>edu dashboard</c>: one role each, as a process of a cluster.</summary>
internal static class RoleCommands
{
    public static Command Silo()
    {
        var catalogue = CatalogueOption();
        var samples = new Option<bool>("--samples") { Description = "Load the samples where the journal is empty." };
        var command = new Command("silo", "Hold org units, as one process of a cluster over PostgreSQL.") { catalogue, samples };
        var told = new ToldSettings(command);
        told.Add("--store", StoreKey, "The PostgreSQL database that the cluster shares.");
        told.Add("--cluster", Key(nameof(RoleOptions.Name)), "The cluster's name.");
        told.Add("--name", Key(nameof(RoleOptions.Silo)), "This silo's name, for logs.");
        told.Add("--address", Key(nameof(RoleOptions.Address)), "The IP address, or the name, by which other silos and gateways reach this silo.");
        told.Add("--silo-port", Key(nameof(RoleOptions.SiloPort)), "The port for other silos.");
        told.Add("--client-port", Key(nameof(RoleOptions.ClientPort)), "The port for gateways.");
        told.Add("--port", Key(nameof(RoleOptions.Port)), "The port of /health/live and /health/ready.");
        told.Add("--bind", Key(nameof(RoleOptions.Bind)), "The address to answer for health at.");
        AddMetrics(told);
        told.AddFlag("--no-migrate", Key(nameof(RoleOptions.Migrate)), "false", "Leave the tables to './edu migrate'.");
        command.SetAction((parsed, ending) => RoleRun.Run(
            Role.Silo,
            told.Read(parsed),
            (builder, settings) => SiloHost.Build(builder, settings, parsed.GetValue(catalogue)!),
            app => SiloHost.Begin(app, parsed.GetValue(samples), ending),
            ending));
        return command;
    }

    public static Command Gateway()
    {
        var catalogue = CatalogueOption();
        var command = new Command("gateway", "Answer queries and take submissions, as one process of a cluster.") { catalogue };
        var told = new ToldSettings(command);
        told.Add("--store", StoreKey, "The PostgreSQL database that the cluster shares.");
        told.Add("--cluster", Key(nameof(RoleOptions.Name)), "The cluster's name.");
        AddWeb(told);
        command.SetAction((parsed, ending) => RoleRun.Run(
            Role.Gateway, told.Read(parsed), (builder, settings) => GatewayHost.Build(builder, settings, parsed.GetValue(catalogue)!), null, ending));
        return command;
    }

    public static Command Dashboard()
    {
        var command = new Command("dashboard", "Serve the pages, as one process of a cluster.");
        var told = new ToldSettings(command);
        told.Add("--gateway", Key(nameof(RoleOptions.Gateway)), "The gateway's address, such as http://gateway:8080; of several with semicolons between, one is asked until it cannot be reached.");
        AddWeb(told);
        command.SetAction((parsed, ending) => RoleRun.Run(Role.Dashboard, told.Read(parsed), DashboardHost.Build, null, ending));
        return command;
    }

    /// <summary>The configuration's key for a setting of ours.</summary>
    public static string Key(string setting) => $"{RoleOptions.Section}:{setting}";

    public static string StoreKey => $"{JournalOptions.Section}:{nameof(JournalOptions.Store)}";

    private static void AddWeb(ToldSettings told)
    {
        told.Add("--port", Key(nameof(RoleOptions.Port)), "The port to listen on.");
        told.Add("--bind", Key(nameof(RoleOptions.Bind)), "The address to listen at, such as 10.0.0.5, or 0.0.0.0 for all of this machine.");
        AddMetrics(told);
        told.Add("--keys", Key(nameof(RoleOptions.Keys)), "The directory of sessions' keys, the same for all gateways and dashboards.");
        told.AddFlag("--sign-in", $"{AccessOptions.Section}:{nameof(AccessOptions.Tokens)}", "true", "Let in only who shows an API token of './edu token create'.");
    }

    private static void AddMetrics(ToldSettings told) =>
        told.Add("--metrics-port", MetricsOptions.PortKey, "The port where Prometheus finds /metrics; without it none is shown.");

    private static Option<string> CatalogueOption() => new("--catalogue")
    {
        Description = "A directory with a catalogue of one's own; without it that of the program.",
        DefaultValueFactory = _ => CatalogueCommand.ShippedDirectory,
    };
}
