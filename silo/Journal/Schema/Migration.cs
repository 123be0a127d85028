using System.Globalization;
using System.Reflection;

namespace EduAnalytics.Journal.Schema;

/// <summary>One step of a store's schema: from <paramref name="Version"/> − 1 to <paramref name="Version"/>.</summary>
/// <param name="Version">1, 2, 3, … without gaps. A released step is never edited; a change is a new step.</param>
/// <param name="Sql">Its statements, run in one transaction.</param>
internal sealed record Migration(int Version, string Sql)
{
    /// <summary>The steps of a store, from its SQL files (<c>Schema/NNNN-what-it-does.sql</c> in the store's folder).</summary>
    public static IReadOnlyList<Migration> StepsOf(string store)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"{store}/";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(assembly, name, prefix.Length))];
    }

    private static Migration Read(Assembly assembly, string name, int numberAt)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return new Migration(int.Parse(name.AsSpan(numberAt, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
    }
}
