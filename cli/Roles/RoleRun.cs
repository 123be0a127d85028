using System.Globalization;
using EduAnalytics.Cli.Up;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Journal;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Roles;

/// <summary>The life of a role's process, and why it could not begin.</summary>
internal static class RoleRun
{
    /// <param name="told">What the command line says, under the configuration's keys.</param>
    /// <param name="afterStart">Done once it runs; answers a sentence to tell, or null.</param>
    public static async Task<int> Run(
        Role role,
        IReadOnlyDictionary<string, string?> told,
        Func<WebApplicationBuilder, RoleSettings, WebApplication> build,
        Func<WebApplication, Task<string?>>? afterStart,
        CancellationToken ending)
    {
        var name = role.ToString().ToLower(CultureInfo.InvariantCulture);
        try
        {
            var builder = RoleHost.CreateBuilder(told);
            var settings = RoleSettings.Read(role, builder.Configuration);
            if (Ports.WhyTaken(settings.Listening.Bind!, settings.Listening.Port) is { } why)
                return Refuse(why);
            await using var app = build(builder, settings);
            await app.StartAsync(ending);
            if (afterStart is not null && await afterStart(app) is { } note)
                Console.WriteLine($"edu {name}: {note}");
            Console.WriteLine($"edu {name}: runs; {settings.Listening.Address}/health/ready says whether it is ready. Ctrl-C ends it.");
            await app.WaitForShutdownAsync(ending);
            Console.WriteLine($"edu {name}: stopped.");
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            Console.WriteLine($"edu {name}: stopped before it ran.");
            return ExitCodes.Ok;
        }
        catch (Exception fault) when (IsRefusal(fault))
        {
            return Refuse(fault.Message);
        }
    }

    /// <summary>What stands in the way lies outside the program, and its message says in a sentence what to do.</summary>
    public static bool IsRefusal(Exception fault) =>
        fault is JournalSchemaException or JournalUnavailableException or CatalogueFaultyException or OptionsValidationException or StartRefusedException;

    public static int Refuse(string why)
    {
        Console.Error.WriteLine($"edu: {why}");
        return ExitCodes.Refused;
    }
}
