using System.CommandLine;
using EduAnalytics.Cli.Up;

var root = new RootCommand("EduAnalytics: live education analytics for a city's education authority.")
{
    UpCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
