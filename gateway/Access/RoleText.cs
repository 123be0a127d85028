namespace EduAnalytics.Gateway.Access;

/// <summary>A role's name outside the program: in a token, a claim, a command.</summary>
public static class RoleText
{
    /// <summary>The names, in lower case, from the least right to the most.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Role>().Select(Of)];

    public static string Of(Role role) => role.ToString().ToLowerInvariant();

    /// <summary>False for whatever is no role's name; numbers are not.</summary>
    public static bool TryRead(string? text, out Role role)
    {
        role = default;
        return text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out role) && Enum.IsDefined(role);
    }
}
