using System.Globalization;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Cli.Up;

namespace EduAnalytics.Cli.Roles;

/// <summary>The life of a role's process, and why it could not begin.</summary>
internal static partial class RoleRun
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
                return Refusal.Tell(why);
            await using var app = build(builder, settings);
            var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RoleRun).FullName!);
            await app.StartAsync(ending);
            if (afterStart is not null && await afterStart(app) is { } note)
                SayNote(log, name, note);
            SayRuns(log, name, settings.Listening.Address);
            await app.WaitForShutdownAsync(ending);
            SayStopped(log, name);
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            Console.WriteLine($"edu {name}: stopped before it ran.");
            return ExitCodes.Ok;
        }
        catch (Exception fault) when (Refusal.IsRefusal(fault))
        {
            return Refusal.Tell(fault);
        }
    }

    /// <summary>By the log, so that whoever gathers it as JSON finds no other line.</summary>
    [LoggerMessage(1, LogLevel.Information, "edu {Role}: runs; {Address}/health/ready says whether it is ready. Ctrl-C ends it.")]
    private static partial void SayRuns(ILogger log, string role, string address);

    [LoggerMessage(2, LogLevel.Information, "edu {Role}: stopped.")]
    private static partial void SayStopped(ILogger log, string role);

    [LoggerMessage(3, LogLevel.Information, "edu {Role}: {Note}")]
    private static partial void SayNote(ILogger log, string role, string note);
}
