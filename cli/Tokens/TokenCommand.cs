using System.CommandLine;

namespace EduAnalytics.Cli.Tokens;

/// <summary><c>edu token</c>: who may come in with an API token. It works on the store itself, whether the system runs or not.</summary>
internal static class TokenCommand
{
    public static Command Create() => new("token", "Make, list and revoke the API tokens that let callers in.")
    {
        CreateCommand.Create(),
        ListCommand.Create(),
        RevokeCommand.Create(),
    };
}
