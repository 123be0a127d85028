using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Access.Tokens;

namespace EduAnalytics.Cli.Tokens;

/// <summary><c>edu token create</c>: the token alone goes to standard output, so that a script can catch it.</summary>
internal static class CreateCommand
{
    private const int UsualDays = 365;
    private const int MostDays = 3650;

    public static Command Create()
    {
        var role = new Option<Role>("--role")
        {
            Description = $"What the holder may do: {string.Join(", ", RoleText.All)}.",
            Required = true,
            CustomParser = ReadRole,
        };
        var unit = new Option<OrgUnitId?>("--unit")
        {
            Description = "The code of the city, district or school at and below which the role holds; without it everywhere.",
            CustomParser = ReadUnit,
        };
        var name = new Option<string>("--name") { Description = "Who or what it is for, for the list.", DefaultValueFactory = _ => "" };
        var days = new Option<int>("--days")
        {
            Description = $"After how many days it expires, 1 to {MostDays}.",
            DefaultValueFactory = _ => UsualDays,
            CustomParser = ReadDays,
        };
        var store = new TokenStore();
        var command = new Command("create", "Make a token and show it, once.") { role, unit, name, days };
        foreach (var option in store.Options)
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            // The words as given: a value that cannot be read has its own error, and asking for it here would throw.
            if (result.GetResult(role)?.Tokens is [var given] && RoleText.TryRead(given.Value, out var asked) && asked == Role.Reporter && result.GetResult(unit) is null)
                result.AddError("A reporter sends for one unit: name it with --unit.");
        });
        command.SetAction((parsed, cancellationToken) => store.Use(parsed, creates: true, async tokens =>
        {
            if (parsed.GetValue(unit) is { } named)
            {
                var units = await store.ReadUnits(parsed, cancellationToken);
                if (units.All.IsEmpty)
                    Console.Error.WriteLine($"edu: No org units are registered yet; the token holds at '{named}' once there is one of that code.");
                else if (units.Find(named) is null)
                    return TokenStore.Say(ExitCodes.Refused, $"There is no org unit '{named}' in this store; --unit takes the code of one that is registered.");
            }

            var now = TimeProvider.System.GetUtcNow();
            var (token, text) = TokenSecret.Make(
                parsed.GetValue(name)!, parsed.GetValue(role), parsed.GetValue(unit), now, now.AddDays(parsed.GetValue(days)));
            await tokens.AddAsync(token, cancellationToken);
            Console.WriteLine(text);
            return TokenStore.Say(
                ExitCodes.Ok,
                $"Token {token.Id}: {token.Role} at {token.Unit?.Code ?? "all units"}, until {token.ExpiresAt:yyyy-MM-dd}. It is shown this once; "
                + "it lets its holder in where the system runs with --sign-in.");
        }));
        return command;
    }

    private static Role ReadRole(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (!RoleText.TryRead(given, out var role))
            result.AddError($"--role takes one of {string.Join(", ", RoleText.All)}, not '{given}'.");
        return role;
    }

    private static int ReadDays(ArgumentResult result)
    {
        if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > MostDays)
            result.AddError($"--days takes a whole number from 1 to {MostDays}.");
        return days;
    }

    private static OrgUnitId? ReadUnit(ArgumentResult result)
    {
        if (OrgUnitId.TryParse(result.Tokens[0].Value, out var unit, out var reason))
            return unit;
        result.AddError($"--unit: {reason}");
        return null;
    }
}
