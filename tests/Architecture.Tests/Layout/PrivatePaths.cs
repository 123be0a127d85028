using System.Text.RegularExpressions;

namespace EduAnalytics.Architecture.Tests.Layout;

/// <summary>A clone must stand by itself: no file may point at a folder beside the repository or on one person's machine.</summary>
internal static partial class PrivatePaths
{
    private static readonly string[] Binary = [".png", ".ico", ".ttf", ".woff2", ".jpg", ".db"];

    public static IEnumerable<string> Breaches(IEnumerable<string> files, Func<string, string> read) =>
        from file in files
        where !Binary.Contains(Path.GetExtension(file))
        from Match match in Pattern().Matches(read(file))
        select $"{file}: {match.Value}";

    [GeneratedRegex(@"(?<![\w.])(\.\./)+(shared|library)\b|(?<![\w.~-])/(work|home/\w+|Users/\w+)/[\w.-]+")]
    private static partial Regex Pattern();
}
