using System.Reflection;
using System.Text.RegularExpressions;
using EduAnalytics.Dashboard.Texts;

namespace EduAnalytics.Architecture.Tests.Texts;

/// <summary>What is said of the dashboard's texts as a whole. That each exists in both languages is checked where they are read.</summary>
internal static partial class TextRules
{
    private const string Site = "dashboard/Site/";
    private const string Texts = "dashboard/Site/Texts/";

    /// <summary>Every text's name, with the group it stands in: <c>FindingTexts.Title</c>.</summary>
    public static IEnumerable<string> Defined => typeof(ScreenTexts).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(ScreenTexts).Namespace && type.Name.EndsWith("Texts", StringComparison.Ordinal))
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(text => $"{type.Name}.{text.Name}"));

    /// <summary>The texts that no page, plot or picture says.</summary>
    public static IEnumerable<string> Unused(IEnumerable<string> defined, IEnumerable<string> files, Func<string, string> read)
    {
        var said = files.Where(file => file.StartsWith(Site, StringComparison.Ordinal) && !file.StartsWith(Texts, StringComparison.Ordinal))
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Member().Matches(read(file)).Select(member => member.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);
        return defined.Where(text => !said.Contains(text.Split('.')[1]));
    }

    [GeneratedRegex(@"\.([A-Z]\w*)\b")]
    private static partial Regex Member();
}
