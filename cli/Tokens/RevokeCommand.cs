using System.CommandLine;

namespace EduAnalytics.Cli.Tokens;

/// <summary><c>edu token revoke ID</c>: systems that run take notice within seconds.</summary>
internal static class RevokeCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The token's id, as the list has it." };
        var store = new TokenStore();
        var command = new Command("revoke", "Let a token's holder in no more; what it has open is closed within seconds.") { id };
        foreach (var option in store.Options)
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => store.Use(parsed, creates: false, async tokens =>
            await tokens.RevokeAsync(parsed.GetValue(id)!, TimeProvider.System.GetUtcNow(), cancellationToken) is { } token
                ? TokenStore.Say(ExitCodes.Ok, $"Token {token.Id} ({token.Role} at {token.Unit?.Code ?? "all units"}) is revoked since {token.RevokedAt:yyyy-MM-dd HH:mm:ss} UTC.")
                : TokenStore.Say(ExitCodes.Failed, $"There is no token '{parsed.GetValue(id)}'; ./edu token list shows all.")));
        return command;
    }
}
