using System.CommandLine;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Postgres;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Roles;

/// <summary><c>edu migrate</c>: lays out a cluster's tables, or brings them to the newest form. Can be run at any time, by several at once.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Lay out, or bring to the newest form, the tables of a cluster's PostgreSQL database.");
        var told = new ToldSettings(command);
        told.Add("--store", RoleCommands.StoreKey, "The PostgreSQL database that the cluster shares.");
        var scripts = new Option<string?>("--provider-scripts")
        {
            Description = "Lay out membership and reminders by the scripts that the runtime's provider has for PostgreSQL, from this directory, and not by the program's own.",
        };
        command.Add(scripts);
        command.SetAction(parsed => Run(told.Read(parsed), parsed.GetValue(scripts)));
        return command;
    }

    private static int Run(IReadOnlyDictionary<string, string?> told, string? scripts)
    {
        try
        {
            var journal = Read(told);
            var steps = scripts is null
                ? PostgresTables.Migrate(journal, TimeProvider.System)
                : PostgresTables.MigrateByScripts(journal, Path.GetFullPath(scripts), TimeProvider.System);
            Console.WriteLine(steps == 0 ? "edu migrate: nothing to do." : $"edu migrate: {steps} steps taken; journal, membership and reminders are ready.");
            return ExitCodes.Ok;
        }
        catch (Exception fault) when (Refusal.IsRefusal(fault))
        {
            return Refusal.Tell(fault);
        }
    }

    private static JournalOptions Read(IReadOnlyDictionary<string, string?> told)
    {
        var configuration = RoleHost.CreateBuilder(told).Configuration;
        var journal = ConfiguredSettings.Read<JournalOptions>(configuration, JournalOptions.Section);
        if (string.IsNullOrWhiteSpace(journal.Store))
            throw new OptionsValidationException(JournalOptions.Section, typeof(JournalOptions),
                [$"{RoleCommands.StoreKey} is ''; allowed: a PostgreSQL database such as Host=db;Database=edu;Username=edu, also by --store."]);
        JournalServices.Check(journal);
        return journal;
    }
}
