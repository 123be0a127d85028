using System.CommandLine;
using EduAnalytics.Cli.Simulate;
using EduAnalytics.Cli.Up;

var root = new RootCommand("EduAnalytics: live education analytics for a city's education authority.")
{
    UpCommand.Create(),
    SimulateCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
