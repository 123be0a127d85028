using System.Globalization;
using System.Reflection;

namespace EduAnalytics.Gateway.Tests;

/// <summary>docs/api.md against the options.</summary>
public sealed class LimitDocumentTests
{
    /// <summary>Which are no bounds, and are described where they belong.</summary>
    private static readonly string[] Elsewhere = ["Gateway:Introspection", "Gateway:Operations:OnlyKnown"];

    private static string Document { get; } = File.ReadAllText(Path.Combine(
        typeof(LimitDocumentTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ClientsFolder").Value!,
        "..", "..", "docs", "api.md"));

    [Fact]
    public void Every_option_is_in_the_table_of_limits_with_its_default()
    {
        var missing = Options(new GatewayOptions(), "Gateway")
            .Where(option => !Elsewhere.Contains(option.Key))
            .Select(option => $"| `{option.Key}` | {option.Default} |")
            .Where(row => !Document.Contains(row, StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public void What_is_described_elsewhere_is_described() =>
        Assert.All(Elsewhere, key => Assert.Contains($"`{key}`", Document, StringComparison.Ordinal));

    private static IEnumerable<(string Key, string Default)> Options(object options, string section) =>
        options.GetType().GetProperties().SelectMany(property => property.GetValue(options) switch
        {
            int number => [($"{section}:{property.Name}", number.ToString(CultureInfo.InvariantCulture))],
            long number => [($"{section}:{property.Name}", number.ToString(CultureInfo.InvariantCulture))],
            bool flag => [($"{section}:{property.Name}", flag ? "true" : "false")],
            { } nested when property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal) => Options(nested, $"{section}:{property.Name}"),
            _ => Enumerable.Empty<(string, string)>(),
        });
}
