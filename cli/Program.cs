using System.CommandLine;
using EduAnalytics.Cli;
using EduAnalytics.Cli.Catalogues;
using EduAnalytics.Cli.Import;
using EduAnalytics.Cli.Roles;
using EduAnalytics.Cli.Simulate;
using EduAnalytics.Cli.Tokens;
using EduAnalytics.Cli.Torture;
using EduAnalytics.Cli.Up;

var root = new RootCommand("EduAnalytics: live education analytics for a city's education authority.")
{
    UpCommand.Create(),
    RoleCommands.Silo(),
    RoleCommands.Gateway(),
    RoleCommands.Dashboard(),
    MigrateCommand.Create(),
    CatalogueCommand.Create(),
    ImportCommand.Create(),
    SimulateCommand.Create(),
    TokenCommand.Create(),
    TortureCommand.Create(),
};
var parsed = root.Parse(args);
// What is under way is brought to its end after Ctrl-C; the library's own patience is two seconds.
var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });

// The library answers a wrong option with 1, which a script could not tell from a failure.
return parsed.Errors.Count > 0 ? ExitCodes.Refused : exitCode;
