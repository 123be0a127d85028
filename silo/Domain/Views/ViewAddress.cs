using System.Text.RegularExpressions;

namespace EduAnalytics.Domain.Views;

/// <summary>
/// Which addresses a view may keep: a page of the dashboard that shows figures, with its query. Without scheme and host, so
/// that nobody is led elsewhere by a view, and so that it still opens where the dashboard has moved.
/// </summary>
public static partial class ViewAddress
{
    /// <summary>Servers and proxies refuse much longer ones.</summary>
    public const int Longest = 2_000;

    /// <returns>What is wrong, as a sentence for the sender; null where the address can be kept.</returns>
    public static string? Problem(string address)
    {
        if (address.Length > Longest)
            return $"A view's address has at most {Longest} characters; {address.Length} were given. Choose fewer units.";
        return Pages().IsMatch(address)
            ? null
            : "A view's address is a page of the dashboard with its query, without a host: / or /report, /standards, /findings, /live, or /units/ with what is below.";
    }

    /// <summary>In the query stands what a browser leaves unescaped there, and no second address can begin.</summary>
    [GeneratedRegex("""\A/(report|standards|findings|live|units/[a-z0-9-]+(/dropouts|/standards/[a-z0-9.-]+)?)?(\?[^\s\\"<>#\p{C}]*)?\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Pages();
}
