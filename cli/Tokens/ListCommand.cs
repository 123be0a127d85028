using System.CommandLine;
using System.Globalization;
using EduAnalytics.Domain.Access;

namespace EduAnalytics.Cli.Tokens;

/// <summary><c>edu token list</c>: every token there was, the newest last, without secrets.</summary>
internal static class ListCommand
{
    private static readonly string[] headings = ["ID", "ROLE", "UNIT", "CREATED", "EXPIRES", "LAST USED (UTC)", "STATE", "NAME"];

    public static Command Create()
    {
        var store = new TokenStore();
        var command = new Command("list", "Show all tokens, also those that were revoked or have expired.");
        foreach (var option in store.Options)
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => store.Use(parsed, creates: false, async tokens =>
        {
            var all = await tokens.ChangedSinceAsync(0, cancellationToken);
            if (all.IsEmpty)
                return TokenStore.Say(ExitCodes.Ok, "There are no tokens; ./edu token create makes one.");
            var now = TimeProvider.System.GetUtcNow();
            Write([headings, .. all.OrderBy(token => token.CreatedAt).Select(token => Row(token, now))]);
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static string[] Row(AccessToken token, DateTimeOffset now) =>
    [
        token.Id,
        token.Role,
        token.Unit?.Code ?? "all",
        Day(token.CreatedAt),
        token.ExpiresAt is { } end ? Day(end) : "never",
        token.LastUsedAt is { } use ? use.ToString("yyyy-MM-dd HH", CultureInfo.InvariantCulture) + "h" : "never",
        token.RevokedAt is { } revoked ? $"revoked {Day(revoked)}" : token.HoldsAt(now) ? "valid" : "expired",
        token.Name,
    ];

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write(IReadOnlyList<string[]> rows)
    {
        var widths = headings.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
